package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureNotesTest {
    /** A character for private use that nobody draws. */
    private static final String NOWHERE = Character.toString(0x10FFFD);

    @Test
    void valuesThatCannotBeDrawnAreCounted() {
        FigureSpec spec = figure(AxisScale.LOGARITHMIC, Double.NaN, Double.POSITIVE_INFINITY, 0, -1, 2, 0);
        assertEquals(
                List.of(
                        "× not finite: run, GBR (2 values)",
                        "Zero or negative, not on the logarithmic axis: run, GBR (3 values)"),
                FigureNotes.of(spec).stream().map(Message::toString).toList());
    }

    @Test
    void aLinearAxisTakesZeroAndOrdinaryFiguresHaveNoNotes() {
        assertEquals(List.of(), FigureNotes.of(figure(AxisScale.LINEAR, 0, -1)));
        assertEquals(
                List.of("× not finite: run, GBR (1 value)"),
                FigureNotes.of(figure(AxisScale.LINEAR, Double.NaN)).stream()
                        .map(Message::toString)
                        .toList());
    }

    @Test
    void missingCharactersAreNamed() {
        FigureSpec spec = figure(AxisScale.LINEAR, 1).withTitle(NOWHERE);
        List<String> notes = FigureNotes.ofMissingCharacters(spec, AvailableFonts.sans(NOWHERE)).stream()
                .map(Message::toString)
                .toList();
        assertEquals(
                List.of("No installed font has " + NOWHERE + "; install one (Debian package fonts-noto-cjk)"), notes);
    }

    private static FigureSpec figure(AxisScale scale, double... y) {
        Series series = Series.of("run", new double[y.length], y);
        return FigureSpec.of(
                Panel.of(AxisSpec.of("epoch", AxisScale.INTEGER), AxisSpec.of("GBR", scale), List.of(series)));
    }
}
