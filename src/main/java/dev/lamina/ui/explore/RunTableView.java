package dev.lamina.ui.explore;

import dev.lamina.archive.table.Column;
import dev.lamina.archive.table.RunTable;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/**
 * The chosen runs as a table, by name, state, the settings that differ and what was measured. The pointer lights a run in every
 * view, P pins it, a click on a column's head sorts.
 */
final class RunTableView extends TableView<Integer> {
    private static final double ROW_HEIGHT = 24;
    private static final int MOST_COLUMNS = 60;
    private static final double LEAST_WIDTH = 72;
    private static final double TEXT_WIDTH = 110;
    private static final double HEAD_WIDTH = 36;
    private static final double LETTER_WIDTH = 9;
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
    private static final List<String> FIRST = List.of("name", "group", "state", "epochs");
    private static final List<String> LAST = List.of("seconds", "tags", "notes");

    private final Texts texts;
    private final ExploreViewModel model;
    private final ObservableList<Integer> rows = FXCollections.observableArrayList();

    /** @param noting changes what is said of a run */
    RunTableView(Texts texts, ExploreViewModel model, Consumer<Noting> noting) {
        this.texts = texts;
        this.model = model;
        setId("run-table");
        setFixedCellSize(ROW_HEIGHT);
        getStyleClass().add("dense");
        accessibleTextProperty().bind(texts.of("table.tip"));
        Label none = new Label();
        none.textProperty().bind(texts.of("table.none"));
        none.setWrapText(true);
        setPlaceholder(none);
        SortedList<Integer> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setRowFactory(_ -> new Row(noting));
        model.tableProperty().addListener(_ -> build());
        InvalidationListener choosing = _ -> choose();
        model.chosenProperty().addListener(choosing);
        setOnKeyPressed(event -> {
            Integer row = getSelectionModel().getSelectedItem();
            if (row != null && event.getCode() == KeyCode.P) {
                model.togglePin(row);
            }
        });
        getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                model.hoveredProperty().set(row);
            }
        });
        build();
    }

    private void choose() {
        BitSet chosen = model.chosenProperty().get();
        rows.setAll(chosen.stream().boxed().toList());
    }

    private void build() {
        RunTable table = model.tableProperty().get();
        getColumns()
                .setAll(Stream.of(
                                FIRST.stream().flatMap(name -> table.find(name).stream()),
                                table.telling().stream(),
                                LAST.stream().flatMap(name -> table.find(name).stream()))
                        .flatMap(columns -> columns)
                        .distinct()
                        .limit(MOST_COLUMNS)
                        .map(RunTableView::column)
                        .toList());
        choose();
    }

    private static TableColumn<Integer, Integer> column(Column column) {
        TableColumn<Integer, Integer> shown = new TableColumn<>(Names.shortName(column.name()));
        shown.setId("column-" + column.name());
        shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        shown.setComparator(column::compare);
        shown.setCellFactory(_ -> new Cell(column));
        shown.setPrefWidth(Math.max(
                column.isNumeric() ? LEAST_WIDTH : TEXT_WIDTH,
                HEAD_WIDTH + LETTER_WIDTH * shown.getText().length()));
        return shown;
    }

    /** A value, numbers to the right. */
    private static final class Cell extends TableCell<Integer, Integer> {
        private final Column column;

        Cell(Column column) {
            this.column = column;
            if (column.isNumeric()) {
                getStyleClass().add("number-cell");
            }
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = empty || row == null || column.isAbsent(row);
            setText(none ? null : column.text(row) == null ? Axis.number(column.number(row)) : column.shown(row));
            // A column may be narrower than its longest text.
            setTooltip(none || column.isNumeric() ? null : new Tooltip(column.shown(row)));
        }
    }

    private final class Row extends TableRow<Integer> {
        private final InvalidationListener selection = _ -> light();

        Row(Consumer<Noting> noting) {
            hoverProperty().addListener((_, _, over) -> {
                Integer row = getItem();
                model.hoveredProperty().set(over && row != null ? row : ExploreViewModel.NOTHING);
            });
            model.hoveredProperty().addListener(new WeakInvalidationListener(selection));
            model.pinnedProperty().addListener(new WeakInvalidationListener(selection));
            setContextMenu(menu(noting));
        }

        private ContextMenu menu(Consumer<Noting> noting) {
            MenuItem pin = item("menu.pin", () -> model.togglePin(getItem()));
            MenuItem star = item("menu.star", () -> noting.accept(new Noting.Star(folder())));
            MenuItem archive = item("menu.archive", () -> noting.accept(new Noting.Archive(folder())));
            MenuItem trash = item("menu.trash", () -> noting.accept(new Noting.Trash(folder())));
            ContextMenu menu = new ContextMenu(pin, star, archive, trash);
            menu.setOnShowing(_ -> menu.getItems().forEach(item -> item.setDisable(getItem() == null)));
            return menu;
        }

        private Path folder() {
            return model.tableProperty().get().folder(getItem());
        }

        private MenuItem item(String key, Runnable action) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(texts.of(key));
            item.setOnAction(_ -> action.run());
            return item;
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            light();
        }

        private void light() {
            Integer row = getItem();
            pseudoClassStateChanged(
                    LIT, row != null && row == model.hoveredProperty().get());
            pseudoClassStateChanged(
                    PINNED, row != null && model.pinnedProperty().get().get(row));
        }
    }
}
