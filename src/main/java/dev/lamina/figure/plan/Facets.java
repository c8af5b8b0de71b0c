package dev.lamina.figure.plan;

import dev.lamina.figure.Panel;
import dev.lamina.figure.render.SharedLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A panel of a plan as one for each value of a column or two. */
final class Facets {
    private Facets() {}

    /**
     * One panel of them.
     *
     * @param row number of its row of panels
     * @param rows which rows of a table it shows
     */
    record Cell(String title, int row, UnaryOperator<Table> rows) {}

    /** The cells of a panel, row by row; one for a panel without facets. */
    static List<Cell> of(PanelPlan panel, Map<String, Table> tables) {
        if (panel.facet().isEmpty()) {
            return List.of(new Cell(panel.title(), 0, UnaryOperator.identity()));
        }
        PanelPlan.Facet facet = panel.facet().get();
        Table table = leading(panel, tables);
        List<Cell> cells = new ArrayList<>();
        List<String> rows = values(facet.rows(), table);
        for (int row = 0; row < rows.size(); row++) {
            String rowValue = rows.get(row);
            for (String columnValue : values(facet.columns(), table)) {
                cells.add(new Cell(
                        title(facet, rowValue, columnValue),
                        row,
                        all -> only(facet.columns(), columnValue, only(facet.rows(), rowValue, all))));
            }
        }
        return cells;
    }

    /** How many panels stand beside each other; 0 for as many as fit. */
    static int perRow(PanelPlan panel, Map<String, Table> tables) {
        return panel.facet()
                .filter(facet -> !facet.columns().isEmpty())
                .map(facet -> values(facet.columns(), leading(panel, tables)).size())
                .orElse(0);
    }

    /** The panels with common limits upward, as the facet says. */
    static List<Panel> aligned(PanelPlan plan, List<Cell> cells, List<Panel> panels) {
        if (plan.facet().isEmpty() || !plan.y().limits().isEmpty()) {
            return panels;
        }
        return switch (plan.facet().get().limits()) {
            case EACH -> panels;
            case ALL -> panels.stream().map(panel -> within(panel, panels)).toList();
            case ROW -> {
                List<Panel> aligned = new ArrayList<>();
                for (int i = 0; i < panels.size(); i++) {
                    int row = cells.get(i).row();
                    List<Panel> beside = new ArrayList<>();
                    for (int j = 0; j < panels.size(); j++) {
                        if (cells.get(j).row() == row) {
                            beside.add(panels.get(j));
                        }
                    }
                    aligned.add(within(panels.get(i), beside));
                }
                yield aligned;
            }
        };
    }

    /** The rows of the first mark, whose values the panels are of. */
    private static Table leading(PanelPlan panel, Map<String, Table> tables) {
        PlanMark first = panel.marks().getFirst();
        return Objects.requireNonNull(tables.get(first.from()), first.from()).where(first.where());
    }

    private static Panel within(Panel panel, List<Panel> all) {
        return panel.withY(panel.left().withRange(SharedLimits.ofLeft(all)), panel.right());
    }

    private static List<String> values(String column, Table table) {
        if (!column.isEmpty()) {
            table.require(column);
        }
        return List.copyOf(Groups.by(column, table.rows()).keySet());
    }

    private static Table only(String column, String value, Table table) {
        return column.isEmpty()
                ? table
                : new Table(
                        table.rows().stream()
                                .filter(row -> row.value(column).equals(value))
                                .toList(),
                        table.configSha256s());
    }

    private static String title(PanelPlan.Facet facet, String row, String column) {
        List<String> parts = new ArrayList<>();
        if (!facet.columns().isEmpty()) {
            parts.add(Labels.ofValue(facet.columns(), column, Map.of()));
        }
        if (!facet.rows().isEmpty()) {
            parts.add(Labels.ofValue(facet.rows(), row, Map.of()));
        }
        return String.join(", ", parts);
    }
}
