package dev.lamina.figure.render;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.Spread;
import dev.lamina.figure.text.FigureFonts;
import dev.lamina.message.Message;
import dev.lamina.metric.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What a reader of the figure must be told because it cannot be drawn; printed below the panels. */
public final class FigureNotes {
    private FigureNotes() {}

    /** Notes on values that are not finite or have no place on a logarithmic axis; none for ordinary figures. */
    public static List<Message> of(FigureSpec spec) {
        List<Message> notFinite = new ArrayList<>();
        List<Message> notPositive = new ArrayList<>();
        for (Panel panel : spec.panels()) {
            for (Series series : panel.series()) {
                long gaps = IntStream.range(0, series.size())
                        .filter(i -> !Double.isFinite(series.y()[i]) && !Double.isNaN(series.x()[i]))
                        .count();
                if (gaps > 0) {
                    notFinite.add(counted(series, panel, gaps));
                }
                long dropped = dropped(series, panel);
                if (dropped > 0) {
                    notPositive.add(counted(series, panel, dropped));
                }
            }
        }
        List<Message> notes = new ArrayList<>();
        Message.together(notFinite).ifPresent(curves -> notes.add(Message.of("figure.notFinite", curves)));
        Message.together(notPositive).ifPresent(curves -> notes.add(Message.of("figure.notPositive", curves)));
        notes.addAll(ofSpreads(spec));
        return notes;
    }

    /** What lines and bands are, and of how many measurements; once where all panels agree. */
    private static List<Message> ofSpreads(FigureSpec spec) {
        Map<Spread.Kind, IntSummaryStatistics> kinds = new EnumMap<>(Spread.Kind.class);
        for (Panel panel : spec.panels()) {
            for (Series series : panel.series()) {
                series.spread()
                        .filter(spread -> spread.n().length > 0)
                        .ifPresent(spread -> kinds.merge(
                                spread.kind(), Arrays.stream(spread.n()).summaryStatistics(), FigureNotes::together));
            }
        }
        List<Message> notes = new ArrayList<>();
        kinds.forEach((kind, n) -> notes.add(Message.of(
                "figure.spread." + kind.id(),
                n.getMin() == n.getMax() ? String.valueOf(n.getMin()) : n.getMin() + "–" + n.getMax())));
        return notes;
    }

    private static IntSummaryStatistics together(IntSummaryStatistics some, IntSummaryStatistics others) {
        some.combine(others);
        return some;
    }

    /** A note on characters that neither the bundled nor the installed fonts have; empty when all can be drawn. */
    public static List<Message> ofMissingCharacters(FigureSpec spec, FigureFonts fonts) {
        Set<String> missing = new LinkedHashSet<>();
        spec.texts()
                .forEach(text -> fonts.missingFrom(text).codePoints().forEach(c -> missing.add(Character.toString(c))));
        return missing.isEmpty() ? List.of() : List.of(Message.of("figure.noGlyphs", String.join("", missing)));
    }

    private static long dropped(Series series, Panel panel) {
        long dropped = 0;
        for (int i = 0; i < series.size(); i++) {
            boolean x = panel.x().scale() == AxisScale.LOGARITHMIC && series.x()[i] <= 0;
            boolean y = panel.axis(series.side()).scale() == AxisScale.LOGARITHMIC
                    && series.y()[i] <= 0
                    && Double.isFinite(series.y()[i]);
            dropped += x || y ? 1 : 0;
        }
        return dropped;
    }

    private static Message counted(Series series, Panel panel, long count) {
        Side side = series.side();
        String quantity = panel.axis(side).label();
        String name = series.name().equals(quantity) ? quantity : series.name() + ", " + quantity;
        return Message.of("figure.values", name, count);
    }
}
