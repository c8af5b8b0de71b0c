package dev.lamina.ui.form;

import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A form that shows a part of a record and sets it. It follows the record from wherever it is changed; as long as the
 * same controls do, they stay, so that typing is not interrupted.
 *
 * @param <R> the record
 */
public final class SettingForm<R extends Record> extends ScrollPane {
    private final Texts texts;
    private final ObservableValue<R> source;
    private final Function<R, List<SettingRow>> rows;
    private final SettingTarget target;
    private final GridPane grid = new GridPane(14, 7);
    private final List<SettingControl> controls = new ArrayList<>();
    private List<String> shape = List.of();

    public SettingForm(
            Texts texts, ObservableValue<R> source, Function<R, List<SettingRow>> rows, SettingTarget target) {
        this.texts = texts;
        this.source = source;
        this.rows = rows;
        this.target = target;
        ColumnConstraints label = new ColumnConstraints();
        label.setMinWidth(150);
        ColumnConstraints control = new ColumnConstraints();
        control.setMinWidth(210);
        ColumnConstraints meaning = new ColumnConstraints();
        meaning.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(label, control, meaning);
        VBox content = new VBox(grid);
        content.getStyleClass().add("form");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        source.addListener((_, _, record) -> show(record));
        texts.languageProperty().addListener(_ -> rebuild(source.getValue()));
        show(source.getValue());
    }

    /** The control of a setting, as tests use it; null where the form shows none. */
    @Nullable
    SettingControl control(String path) {
        return controls.stream()
                .filter(c -> c.row().path().equals(path))
                .findFirst()
                .orElse(null);
    }

    private void show(@Nullable R record) {
        if (record == null) {
            return;
        }
        List<SettingRow> found = rows.apply(record);
        if (!found.stream().map(SettingRow::shape).toList().equals(shape)) {
            rebuild(record);
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            controls.get(i).show(found.get(i));
        }
    }

    private void rebuild(@Nullable R record) {
        grid.getChildren().clear();
        controls.clear();
        if (record == null) {
            return;
        }
        List<SettingRow> found = rows.apply(record);
        shape = found.stream().map(SettingRow::shape).toList();
        for (SettingRow row : found) {
            SettingControl control = SettingControl.of(texts, row, target, path -> SettingRows.at(current(), path));
            controls.add(control);
            control.addTo(grid, controls.size() - 1);
        }
    }

    private R current() {
        return source.getValue();
    }
}
