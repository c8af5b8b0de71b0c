package dev.lamina.ui.explore;

import dev.lamina.archive.table.Column;
import dev.lamina.figure.Theme;
import dev.lamina.search.ParetoFront;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Two quantities against each other, a point for each run, those outside the brushes faint; the points that no other beats in
 * both are joined. A click pins a run.
 */
final class ScatterView extends BorderPane {
    private static final double LEFT = 62;
    private static final double BOTTOM = 34;
    private static final double RIGHT = 16;
    private static final double TOP = 10;
    private static final double RADIUS = 4;
    private static final double NEAR = 10;
    private static final double FAINT = 0.18;

    private final ExploreViewModel model;
    private final ObservableValue<Theme> theme;
    private final ComboBox<String> across = new ComboBox<>();
    private final ComboBox<String> up = new ComboBox<>();
    private final CheckBox front = new CheckBox();
    private final Canvas canvas = new Canvas();

    ScatterView(Texts texts, ExploreViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        setId("scatter");
        across.setId("scatter-x");
        up.setId("scatter-y");
        front.setId("scatter-front");
        front.setSelected(true);
        Described.tip(texts, across, "scatter.x.tip");
        Described.tip(texts, up, "scatter.y.tip");
        Described.tip(texts, front, "scatter.front.tip");
        front.textProperty().bind(texts.of("scatter.front"));
        Label x = new Label();
        x.textProperty().bind(texts.of("scatter.x"));
        x.setLabelFor(across);
        Label y = new Label();
        y.textProperty().bind(texts.of("scatter.y"));
        y.setLabelFor(up);
        HBox choices = new HBox(8, x, across, y, up, front);
        choices.setAlignment(Pos.CENTER_LEFT);
        choices.getStyleClass().add("explore-choices");
        setTop(choices);
        Pane plot = new Pane(canvas);
        plot.setMinSize(0, 0);
        canvas.widthProperty().bind(plot.widthProperty());
        canvas.heightProperty().bind(plot.heightProperty());
        setCenter(plot);
        InvalidationListener drawing = _ -> draw();
        List.of(
                        canvas.widthProperty(),
                        canvas.heightProperty(),
                        across.valueProperty(),
                        up.valueProperty(),
                        front.selectedProperty(),
                        theme,
                        model.foundProperty(),
                        model.chosenProperty(),
                        model.hoveredProperty(),
                        model.pinnedProperty(),
                        model.colorProperty())
                .forEach(observed -> observed.addListener(drawing));
        model.tableProperty().addListener(_ -> offer());
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED, e -> model.hoveredProperty().set(nearest(e.getX(), e.getY())));
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            int row = nearest(e.getX(), e.getY());
            if (row >= 0) {
                model.togglePin(row);
            }
        });
        offer();
    }

    /** Puts a quantity on the horizontal axis. */
    void showAcross(String name) {
        across.setValue(name);
    }

    private void offer() {
        List<String> names =
                model.tableProperty().get().telling().stream().map(Column::name).toList();
        String x = across.getValue();
        String y = up.getValue();
        across.getItems().setAll(names);
        up.getItems().setAll(names);
        across.setValue(names.contains(x) ? x : first(names, List.of("gbr", "training.weightDecay")));
        up.setValue(names.contains(y) ? y : first(names, List.of("validationAccuracy", "testAccuracy")));
        draw();
    }

    private static @Nullable String first(List<String> names, List<String> wanted) {
        return wanted.stream().filter(names::contains).findFirst().orElse(names.isEmpty() ? null : names.getFirst());
    }

    private Optional<Axis> axis(ComboBox<String> choice) {
        String name = choice.getValue();
        return name == null || model.tableProperty().get().find(name).isEmpty()
                ? Optional.empty()
                : Optional.of(model.axis(name));
    }

    private double x(double unit) {
        return LEFT + RADIUS + unit * (canvas.getWidth() - LEFT - RIGHT - 2 * RADIUS);
    }

    private double y(double unit) {
        return TOP + RADIUS + (1 - unit) * (canvas.getHeight() - TOP - BOTTOM - 2 * RADIUS);
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        axis(across).ifPresent(x -> axis(up).ifPresent(y -> draw(g, x, y)));
    }

    private void draw(GraphicsContext g, Axis x, Axis y) {
        Color ink = color(theme.getValue().foreground());
        drawAxes(g, x, y, ink);
        BitSet found = model.foundProperty().get();
        BitSet chosen = model.chosenProperty().get();
        if (front.isSelected()) {
            drawFront(g, x, y, chosen, ink);
        }
        String by = model.colorProperty().get();
        Optional<Axis> hue = by.isEmpty() ? Optional.empty() : Optional.of(model.axis(by));
        found.stream().forEach(row -> {
            g.setGlobalAlpha(chosen.get(row) ? 1 : FAINT);
            double place = hue.map(axis -> axis.unit(row)).orElse(0.0);
            g.setFill(
                    chosen.get(row) && !Double.isNaN(place)
                            ? color(theme.getValue().ink().ramp().at(place))
                            : ink);
            point(g, x.unit(row), y.unit(row), RADIUS);
        });
        g.setGlobalAlpha(1);
        g.setStroke(ink);
        model.pinnedProperty().get().stream().forEach(row -> ring(g, x.unit(row), y.unit(row), RADIUS + 3));
        int hovered = model.hoveredProperty().get();
        if (hovered >= 0) {
            ring(g, x.unit(hovered), y.unit(hovered), RADIUS + 5);
        }
    }

    private void point(GraphicsContext g, double x, double y, double radius) {
        if (!Double.isNaN(x) && !Double.isNaN(y)) {
            g.fillOval(x(x) - radius, y(y) - radius, 2 * radius, 2 * radius);
        }
    }

    private void ring(GraphicsContext g, double x, double y, double radius) {
        if (!Double.isNaN(x) && !Double.isNaN(y)) {
            g.setLineWidth(2);
            g.strokeOval(x(x) - radius, y(y) - radius, 2 * radius, 2 * radius);
        }
    }

    private void drawAxes(GraphicsContext g, Axis x, Axis y, Color ink) {
        g.setStroke(color(theme.getValue().grid()));
        g.setFill(ink);
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (Axis.Mark mark : x.marks()) {
            g.strokeLine(x(mark.unit()), y(1), x(mark.unit()), y(0) + RADIUS);
            g.fillText(mark.text(), x(mark.unit()), canvas.getHeight() - BOTTOM + 4);
        }
        g.fillText(Names.shortName(x.column().name()), x(0.5), canvas.getHeight() - BOTTOM + 19);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (Axis.Mark mark : y.marks()) {
            g.strokeLine(x(0) - RADIUS, y(mark.unit()), x(1), y(mark.unit()));
            g.fillText(mark.text(), LEFT - 4, y(mark.unit()));
        }
    }

    /** Which end of a quantity is better: large accuracies, small everything else. */
    static double loss(Axis axis, int row) {
        return axis.column().name().endsWith("Accuracy") ? -axis.unit(row) : axis.unit(row);
    }

    private void drawFront(GraphicsContext g, Axis x, Axis y, BitSet chosen, Color ink) {
        List<Integer> rows = chosen.stream().boxed().toList();
        BitSet best = ParetoFront.of(
                rows.stream().mapToDouble(row -> loss(x, row)).toArray(),
                rows.stream().mapToDouble(row -> loss(y, row)).toArray());
        List<Integer> ordered = best.stream()
                .mapToObj(rows::get)
                .sorted(Comparator.comparingDouble(row -> x.unit(row)))
                .toList();
        g.setStroke(ink);
        g.setLineWidth(1.2);
        g.setLineDashes(5, 4);
        for (int i = 0; i + 1 < ordered.size(); i++) {
            int a = ordered.get(i);
            int b = ordered.get(i + 1);
            g.strokeLine(x(x.unit(a)), y(y.unit(a)), x(x.unit(b)), y(y.unit(b)));
        }
        g.setLineDashes();
    }

    private int nearest(double px, double py) {
        Optional<Axis> x = axis(across);
        Optional<Axis> y = axis(up);
        if (x.isEmpty() || y.isEmpty()) {
            return ExploreViewModel.NOTHING;
        }
        return model.chosenProperty().get().stream()
                .boxed()
                .filter(row -> distance(x.get(), y.get(), row, px, py) < NEAR)
                .min(Comparator.comparingDouble(row -> distance(x.get(), y.get(), row, px, py)))
                .orElse(ExploreViewModel.NOTHING);
    }

    private double distance(Axis x, Axis y, int row, double px, double py) {
        double distance = Math.hypot(x(x.unit(row)) - px, y(y.unit(row)) - py);
        return Double.isNaN(distance) ? Double.MAX_VALUE : distance;
    }

    private static Color color(java.awt.Color color) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }
}
