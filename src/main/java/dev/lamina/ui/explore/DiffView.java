package dev.lamina.ui.explore;

import dev.lamina.archive.table.Column;
import dev.lamina.archive.table.RunTable;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Where the configurations of the pinned runs differ, a column for each run, and what was measured of them. */
final class DiffView extends ScrollPane {
    private static final int MOST_RUNS = 8;

    private final Texts texts;
    private final ExploreViewModel model;
    private final GridPane grid = new GridPane(18, 4);
    private final Label head = new Label();

    DiffView(Texts texts, ExploreViewModel model) {
        this.texts = texts;
        this.model = model;
        setId("differences");
        head.setWrapText(true);
        head.getStyleClass().add("muted");
        VBox content = new VBox(10, head, grid);
        content.getStyleClass().add("explore-choices");
        setContent(content);
        getStyleClass().add("edge-to-edge");
        InvalidationListener renew = _ -> show();
        List.of(model.pinnedProperty(), model.tableProperty(), texts.languageProperty())
                .forEach(observed -> observed.addListener(renew));
        show();
    }

    private void show() {
        grid.getChildren().clear();
        RunTable table = model.tableProperty().get();
        List<Integer> rows =
                model.pinnedProperty().get().stream().limit(MOST_RUNS).boxed().toList();
        head.setText(rows.size() < 2 ? texts.get("diff.pin") : texts.get("diff.head", rows.size()));
        if (rows.size() < 2) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            Label name = new Label(table.column("name").shown(rows.get(i)));
            name.getStyleClass().add("axis-title");
            grid.add(name, i + 1, 0);
        }
        List<Column> told = table.columns().stream()
                .filter(column -> column.kind() == Column.Kind.METRIC
                        || (column.kind() == Column.Kind.SETTING && differs(column, rows)))
                .toList();
        IntStream.range(0, told.size()).forEach(line -> {
            Column column = told.get(line);
            Label key = new Label(column.name());
            key.getStyleClass().add("muted");
            grid.add(key, 0, line + 1);
            for (int i = 0; i < rows.size(); i++) {
                int row = rows.get(i);
                String text = column.text(row) != null || column.isAbsent(row)
                        ? column.shown(row)
                        : Axis.number(column.number(row));
                grid.add(new Label(text.isEmpty() ? "–" : text), i + 1, line + 1);
            }
        });
    }

    private static boolean differs(Column column, List<Integer> rows) {
        return rows.stream().anyMatch(row -> !Objects.equals(column.shown(row), column.shown(rows.getFirst())));
    }
}
