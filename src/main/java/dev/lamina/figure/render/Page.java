package dev.lamina.figure.render;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Series;
import dev.lamina.figure.SeriesLook;
import dev.lamina.figure.text.FigureFonts;
import dev.lamina.figure.text.TextLine;
import dev.lamina.figure.text.Typesetter;
import dev.lamina.figure.text.Weight;
import dev.lamina.message.Message;
import java.util.List;

/** One figure with its style and fonts: the measures that layout and drawing share, in points. */
record Page(FigureSpec spec, FigureStyle style, Typesetter type, List<String> names, List<String> notes) {
    private static final double TITLE_SIZE = 1.15;
    private static final double NOTE_SIZE = 0.8;
    private static final double BAND_ROW = 1.4;

    static Page of(FigureSpec spec, FigureStyle style, FigureFonts fonts) {
        return new Page(
                spec,
                style,
                new Typesetter(fonts),
                spec.seriesNames(),
                isScreen(style)
                        ? List.of()
                        : FigureNotes.of(spec).stream().map(Message::toString).toList());
    }

    /** The same in another style. */
    Page in(FigureStyle other) {
        return new Page(spec, other, type, names, notes);
    }

    /** Whether the window around it has a legend of its own, and says what is missing. */
    boolean isScreen() {
        return isScreen(style);
    }

    private static boolean isScreen(FigureStyle style) {
        return style.medium() == FigureStyle.Medium.SCREEN;
    }

    double size() {
        return style.fontSizePoints();
    }

    double width() {
        return style.widthPoints();
    }

    double height() {
        return style.heightPoints(spec.panels().size());
    }

    /** Free space along the page's edges. */
    double margin() {
        return 0.4 * size();
    }

    /** From the frame to the nearer side of tick labels. */
    double tickLabelGap() {
        return TickedAxis.markLength(style) + 0.3 * size();
    }

    /** Text of the normal size. */
    TextLine line(String text) {
        return type.line(text, size());
    }

    /** Text of the normal size, smaller where it would be longer than there is room. */
    TextLine fitted(String text, double room) {
        return fitted(text, size(), room);
    }

    private TextLine fitted(String text, double size, double room) {
        TextLine line = type.line(text, size);
        return line.width() <= room ? line : type.line(text, size * room / line.width());
    }

    TextLine letter(String text) {
        return type.line(text, size(), Weight.BOLD);
    }

    TextLine title() {
        return fitted(spec.title(), TITLE_SIZE * size(), width() - 2 * margin());
    }

    TextLine note(String text) {
        return type.line(text, style.smallerTypePoints(NOTE_SIZE));
    }

    /** Height of the row of labels of bands. */
    double bandRow() {
        return BAND_ROW * style.smallerTypePoints(NOTE_SIZE);
    }

    /** A curve looks alike in all panels; one without a pen that is alone in all of its panels needs no color or dashes. */
    SeriesLook look(Series series) {
        return series.pen()
                .map(style.ink()::look)
                .orElseGet(() -> look(series.name()))
                .joined(series.join());
    }

    private SeriesLook look(String seriesName) {
        boolean alone = spec.panels().stream()
                .filter(panel -> panel.series().stream().anyMatch(s -> s.name().equals(seriesName)))
                .allMatch(panel -> panel.series().size() == 1);
        return alone ? style.ink().plainLook() : style.ink().look(names.indexOf(seriesName));
    }
}
