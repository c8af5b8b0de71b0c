package dev.lamina.ui.editor;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.Severity;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What is wrong with the network or keeps it from being trained, a line each: where, what, and the remedy. Choosing a line goes to the node. */
final class ProblemsTable extends TableView<Diagnostic> {
    private final Phrases phrases;
    private final NetworkCanvas canvas;

    ProblemsTable(NetworkCanvas canvas) {
        this.canvas = canvas;
        this.phrases = canvas.phrases();
        setId("problems");
        getStyleClass().addAll("problems", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        setRowFactory(_ -> {
            TableRow<Diagnostic> row = new TableRow<>();
            row.setOnMouseClicked(_ -> go(row.getItem()));
            return row;
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        relabel();
    }

    /** Writes everything anew, in the language of now. */
    void relabel() {
        Label none = new Label(phrases.get("problems.none"), new FontIcon(Material2AL.CHECK_CIRCLE_OUTLINE));
        none.getStyleClass().add("problems-none");
        setPlaceholder(none);
        getColumns()
                .setAll(List.of(
                        severity(),
                        column(
                                "problems.place",
                                190,
                                diagnostic -> diagnostic.place().orElse("")),
                        column(
                                "problems.what",
                                460,
                                diagnostic -> phrases.texts().what(diagnostic.message())),
                        column(
                                "problems.remedy",
                                460,
                                diagnostic -> phrases.texts().remedy(diagnostic.message()))));
    }

    void show(List<Diagnostic> diagnostics) {
        List<Diagnostic> sorted = diagnostics.stream()
                .sorted(java.util.Comparator.comparing(Diagnostic::severity))
                .toList();
        if (!getItems().equals(sorted)) {
            getItems().setAll(sorted);
        }
    }

    private void go(@Nullable Diagnostic diagnostic) {
        if (diagnostic != null) {
            diagnostic
                    .nodeId()
                    .filter(id -> canvas.document().drawing().node(id).isPresent())
                    .ifPresent(canvas::select);
        }
    }

    private TableColumn<Diagnostic, String> column(String key, double width, Function<Diagnostic, String> text) {
        TableColumn<Diagnostic, String> column = new TableColumn<>(phrases.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private TableColumn<Diagnostic, String> severity() {
        TableColumn<Diagnostic, String> column = column(
                "problems.severity",
                110,
                d -> phrases.get("severity." + d.severity().name()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? null : text);
                Diagnostic diagnostic =
                        empty || getTableRow() == null ? null : getTableRow().getItem();
                setGraphic(diagnostic == null ? null : icon(diagnostic.severity()));
            }
        });
        return column;
    }

    private static FontIcon icon(Severity severity) {
        FontIcon icon = new FontIcon(severity == Severity.ERROR ? Material2AL.ERROR : Material2MZ.WARNING);
        icon.getStyleClass().add(severity == Severity.ERROR ? "error-icon" : "warning-icon");
        return icon;
    }
}
