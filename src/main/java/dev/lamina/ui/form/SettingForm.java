package dev.lamina.ui.form;

import dev.lamina.ui.fx.WhileUsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A form that shows settings and sets them: those of a configuration, of one node, or what several nodes have in common.
 * Checked as it is typed; as long as the same controls do, they stay, so that typing is not interrupted.
 */
public final class SettingForm extends VBox {
    private static final double INDENT = 18;
    private static final double NAME_WIDTH = 150;
    private static final double CONTROL_WIDTH = 210;
    private static final double LINE_GAP = 7;

    /** How lines stand. */
    public enum Arrangement {
        /** Name, control and meaning side by side. */
        WIDE,
        /** The meaning below the control. */
        NARROW
    }

    private final Vocabulary words;
    private final Arrangement arrangement;
    private final SettingTarget target;
    private final List<SettingLine> lines = new ArrayList<>();
    private List<SettingRow.Shape> shape = List.of();
    private List<SettingRow> shown = List.of();

    public SettingForm(Vocabulary words, Arrangement arrangement, SettingTarget target) {
        this.words = words;
        this.arrangement = arrangement;
        this.target = target;
        getStyleClass().addAll("setting-form", arrangement == Arrangement.WIDE ? "wide" : "narrow");
        getStylesheets()
                .add(Objects.requireNonNull(SettingForm.class.getResource("/dev/lamina/ui/form/form.css"))
                        .toExternalForm());
        WhileUsed.listen(this, words.language(), () -> {
            shape = List.of();
            show(shown);
        });
    }

    /** Shows these settings with their values. */
    public void show(List<SettingRow> rows) {
        shown = List.copyOf(rows);
        List<SettingRow.Shape> next = rows.stream().map(SettingRow::shape).toList();
        if (!next.equals(shape) || lines.size() != rows.size()) {
            rebuild(rows);
            shape = next;
        }
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    /** The settings shown. */
    public List<SettingRow> rows() {
        return shown;
    }

    private void rebuild(List<SettingRow> rows) {
        // What is focused keeps its place where its setting stays.
        Optional<String> focused = lines.stream()
                .filter(line -> line.control().inputs().stream().anyMatch(Control::isFocused))
                .map(line -> line.row().path())
                .findFirst();
        lines.clear();
        rows.forEach(row -> lines.add(new SettingLine(row, words, target)));
        getChildren()
                .setAll(
                        arrangement == Arrangement.WIDE
                                ? List.of(grid())
                                : lines.stream().map(this::stacked).toList());
        focused.ifPresent(path -> lines.stream()
                .filter(line -> line.row().path().equals(path))
                .findFirst()
                .ifPresent(line -> line.control().inputs().getFirst().requestFocus()));
    }

    private GridPane grid() {
        GridPane grid = new GridPane(14, LINE_GAP);
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(NAME_WIDTH);
        ColumnConstraints control = new ColumnConstraints();
        control.setMinWidth(CONTROL_WIDTH);
        ColumnConstraints meaning = new ColumnConstraints();
        meaning.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, control, meaning);
        int index = 0;
        for (SettingLine line : lines) {
            VBox label = new VBox(line.name());
            label.setPadding(new Insets(4, 0, 0, INDENT * line.row().depth()));
            VBox text = new VBox(1, line.fault());
            Stream.of(line.limits(), line.meaning())
                    .filter(part -> !part.getText().isEmpty())
                    .forEach(part -> text.getChildren().addFirst(part));
            text.setPadding(new Insets(3, 0, 0, 0));
            grid.addRow(index++, label, beside(line), text);
            if (line.curve().isPresent()) {
                grid.add(line.curve().get(), 1, index++, 2, 1);
            }
        }
        return grid;
    }

    private static HBox beside(SettingLine line) {
        HBox box = new HBox(8);
        box.setAlignment(Pos.TOP_LEFT);
        List<Control> inputs = line.control().inputs();
        if (inputs.size() == 1) {
            box.getChildren().add(inputs.getFirst());
        } else {
            FlowPane several = new FlowPane(12, 4);
            several.getChildren().setAll(inputs);
            several.setPrefWrapLength(CONTROL_WIDTH);
            box.getChildren().add(several);
        }
        if (!line.unit().getText().isEmpty()) {
            line.unit().setPadding(new Insets(4, 0, 0, 0));
            box.getChildren().add(line.unit());
        }
        return box;
    }

    private Node stacked(SettingLine line) {
        HBox controls = new HBox(8, line.name());
        controls.setAlignment(Pos.CENTER_LEFT);
        for (Control input : line.control().inputs()) {
            HBox.setHgrow(input, Priority.ALWAYS);
            controls.getChildren().add(input);
        }
        if (!line.unit().getText().isEmpty()) {
            controls.getChildren().add(line.unit());
        }
        VBox stack = new VBox(controls, line.fault());
        for (Label text : List.of(line.meaning(), line.limits())) {
            if (!text.getText().isEmpty()) {
                stack.getChildren().add(text);
            }
        }
        line.curve().ifPresent(stack.getChildren()::add);
        stack.getStyleClass().add("setting-row");
        if (line.row().depth() > 0) {
            stack.getStyleClass().add("nested");
        }
        stack.setId("setting-" + line.row().name());
        return stack;
    }
}
