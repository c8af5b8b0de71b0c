package dev.lamina.figure.plan;

import dev.lamina.figure.color.Palettes;
import dev.lamina.figure.venue.Venue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The palette that fits what curves differ in: from little to much for numbers, each for itself for names. */
final class PaletteChoice {
    /** A number that stands for nothing that there is more or less of. */
    private static final String SEED = "seed";

    private PaletteChoice() {}

    static String of(FigurePlan plan, Map<String, Table> tables, Venue venue) {
        List<PlanMark.Lines> grouped = plan.panels().stream()
                .flatMap(panel -> panel.marks().stream())
                .filter(PlanMark.Lines.class::isInstance)
                .map(PlanMark.Lines.class::cast)
                .filter(lines -> !lines.by().isEmpty())
                .toList();
        boolean ordered = !grouped.isEmpty()
                && grouped.stream().allMatch(lines -> isOrdered(lines.by(), tables.get(lines.from())));
        if (ordered) {
            return Palettes.ORDERED;
        }
        return venue.palette().isEmpty() ? Palettes.UNORDERED : venue.palette();
    }

    private static boolean isOrdered(String column, @Nullable Table table) {
        return table != null
                && !column.equals(SEED)
                && Groups.by(column, table.rows()).keySet().stream().allMatch(v -> Numbers.parsed(v) != null);
    }
}
