package dev.lamina.ui.explore;

import dev.lamina.figure.Theme;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Parallel coordinates: an axis for each quantity, a line for each run. Dragging along an axis chooses a part of it, a click
 * on it takes the choice away; dragging an axis's name puts it elsewhere. The lines are painted by a worker, two layers of
 * pixels: all runs that the query finds, and in color those within every brush. The run under the pointer is one line on top.
 */
final class ParallelView extends Region {
    private static final double SIDE = 70;
    private static final double TOP = 34;
    private static final double BOTTOM = 14;
    private static final double GRIP = 9;
    private static final double LEAST_DRAG = 3;
    private static final double NEAR = 12;
    private static final double TICK_LABEL_GAP = 4;

    private final ExploreViewModel model;
    private final ObservableValue<Theme> theme;
    private final Joined painting;
    private final PixelPane pixels = new PixelPane();
    private final Group axesLayer = new Group();
    private final Group brushLayer = new Group();
    private final Polyline hoveredLine = new Polyline();
    private @Nullable LineRaster raster;
    private @Nullable String dragged;
    private double dragStart;
    private boolean rasterStale = true;
    private boolean contextStale = true;

    ParallelView(Texts texts, ExploreViewModel model, ObservableValue<Theme> theme, Executor painter, Executor fx) {
        this.model = model;
        this.theme = theme;
        painting = new Joined(painter, fx);
        setId("parallel");
        getStyleClass().add("parallel");
        setMinSize(200, 120);
        hoveredLine.getStyleClass().add("hovered-line");
        hoveredLine.setMouseTransparent(true);
        accessibleTextProperty().bind(texts.of("parallel.tip"));
        getChildren().addAll(pixels, axesLayer, brushLayer, hoveredLine);
        InvalidationListener whole = _ -> renew();
        model.axesProperty().addListener(whole);
        model.colorProperty().addListener(whole);
        theme.addListener(whole);
        widthProperty().addListener(whole);
        heightProperty().addListener(whole);
        model.foundProperty().addListener(_ -> {
            contextStale = true;
            paint();
        });
        model.chosenProperty().addListener(_ -> paint());
        model.brushesProperty().addListener(_ -> drawBrushes());
        model.hoveredProperty().addListener(_ -> drawHovered());
        visibleProperty().addListener(whole);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.hoveredProperty().set(ExploreViewModel.NOTHING));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    private void renew() {
        rasterStale = true;
        contextStale = true;
        drawAxes();
        drawBrushes();
        drawHovered();
        paint();
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - 2 * SIDE);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - TOP - BOTTOM);
    }

    private double x(int axis) {
        int axes = model.axesProperty().get().size();
        return SIDE + (axes < 2 ? plotWidth() / 2 : plotWidth() * axis / (axes - 1));
    }

    private double y(double unit) {
        return TOP + (1 - unit) * plotHeight();
    }

    private void paint() {
        if (getWidth() < 2 * SIDE + 20 || getHeight() < TOP + BOTTOM + 20) {
            return;
        }
        painting.ask(this::prepared);
    }

    /** Reads on the FX thread what the worker needs. */
    private Joined.Work prepared() {
        int width = (int) plotWidth() + 1;
        int height = (int) plotHeight();
        List<Axis> axes = model.axesProperty().get();
        Theme colors = theme.getValue();
        LineRaster old = raster;
        boolean anew = rasterStale || old == null;
        boolean background = anew || contextStale;
        rasterStale = false;
        contextStale = false;
        BitSet found = model.foundProperty().get();
        BitSet chosen = model.chosenProperty().get();
        int[] inks = anew ? inks(colors) : new int[0];
        double[] places = IntStream.range(0, axes.size())
                .mapToDouble(axis -> x(axis) - SIDE)
                .toArray();
        return () -> {
            LineRaster used = anew || old == null
                    ? new LineRaster(
                            width,
                            height,
                            places,
                            axes.stream().map(Axis::units).toArray(double[][]::new),
                            inks)
                    : old;
            if (background) {
                used.setContext(found);
            }
            used.setFocus(chosen);
            int[] painted = new int[width * height];
            used.paint(painted, colors.foreground());
            return () -> {
                raster = used;
                pixels.show(painted, width, height);
                pixels.relocate(SIDE, TOP);
            };
        };
    }

    private int[] inks(Theme colors) {
        int rows = model.tableProperty().get().size();
        String by = model.colorProperty().get();
        Optional<Axis> axis = by.isEmpty() ? Optional.empty() : Optional.of(model.axis(by));
        return IntStream.range(0, rows)
                .map(row -> LineRaster.color(
                        colors.ink().ramp(), axis.map(a -> a.unit(row)).orElse(0.0), colors.foreground()))
                .toArray();
    }

    private void drawAxes() {
        axesLayer.getChildren().clear();
        List<Axis> axes = model.axesProperty().get();
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            Line line = new Line(x(i), y(0), x(i), y(1));
            line.getStyleClass().add("axis-line");
            Label title = new Label(Names.shortName(axis.column().name()));
            title.getStyleClass().add("axis-title");
            title.setTooltip(new Tooltip(axis.column().name()));
            title.setCursor(Cursor.H_RESIZE);
            title.setMaxWidth(plotWidth() / Math.max(1, axes.size() - 1));
            place(title, x(i), 6, 0.5);
            axesLayer.getChildren().addAll(line, title);
            for (Axis.Mark mark : axis.marks()) {
                Label label = new Label(mark.text());
                label.getStyleClass().add("axis-mark");
                label.setMouseTransparent(true);
                boolean last = i == axes.size() - 1;
                place(label, x(i) + (last ? TICK_LABEL_GAP : -TICK_LABEL_GAP), y(mark.unit()) - 8, last ? 0 : 1);
                axesLayer.getChildren().add(label);
            }
        }
    }

    /** @param share of its width that lies left of x */
    private static void place(Label label, double x, double y, double share) {
        label.setLayoutY(y);
        label.setLayoutX(x);
        label.widthProperty().addListener((_, _, width) -> label.setLayoutX(x - share * width.doubleValue()));
    }

    private void drawBrushes() {
        brushLayer.getChildren().clear();
        List<Axis> axes = model.axesProperty().get();
        for (int i = 0; i < axes.size(); i++) {
            Brush brush = model.brushesProperty().get().get(axes.get(i).column().name());
            if (brush != null) {
                double top = y(Math.min(1, brush.high()));
                double bottom = y(Math.max(0, brush.low()));
                Rectangle part = new Rectangle(x(i) - GRIP, top, 2 * GRIP, Math.max(2, bottom - top));
                part.getStyleClass().add("brush");
                part.setMouseTransparent(true);
                brushLayer.getChildren().add(part);
            }
        }
    }

    private void drawHovered() {
        List<Double> points = new ArrayList<>();
        int row = model.hoveredProperty().get();
        List<Axis> axes = model.axesProperty().get();
        if (row >= 0 && row < model.tableProperty().get().size()) {
            for (int i = 0; i < axes.size(); i++) {
                double unit = axes.get(i).unit(row);
                if (!Double.isNaN(unit)) {
                    points.add(x(i));
                    points.add(y(unit));
                }
            }
        }
        hoveredLine.getPoints().setAll(points);
    }

    private void hover(MouseEvent event) {
        model.hoveredProperty().set(nearest(event.getX(), event.getY()));
    }

    /** The chosen row whose line is nearest below or above a place; none farther than some pixels. */
    private int nearest(double x, double y) {
        List<Axis> axes = model.axesProperty().get();
        for (int i = 0; i + 1 < axes.size(); i++) {
            if (x >= x(i) && x <= x(i + 1)) {
                double share = (x - x(i)) / (x(i + 1) - x(i));
                Axis left = axes.get(i);
                Axis right = axes.get(i + 1);
                int best = ExploreViewModel.NOTHING;
                double nearest = NEAR;
                BitSet rows = model.chosenProperty().get();
                for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                    double distance = Math.abs(y(left.unit(row) + share * (right.unit(row) - left.unit(row))) - y);
                    if (distance < nearest) {
                        nearest = distance;
                        best = row;
                    }
                }
                return best;
            }
        }
        return ExploreViewModel.NOTHING;
    }

    private Optional<Integer> axisAt(double x, double within) {
        return IntStream.range(0, model.axesProperty().get().size())
                .filter(i -> Math.abs(x(i) - x) <= within)
                .boxed()
                .findFirst();
    }

    private String name(int axis) {
        return model.axesProperty().get().get(axis).column().name();
    }

    private void press(MouseEvent event) {
        boolean onTitle = event.getY() < TOP - 4;
        dragged = axisAt(event.getX(), onTitle ? plotWidth() / 12 : GRIP)
                .map(this::name)
                .orElse(null);
        dragStart = event.getY();
        int row = model.hoveredProperty().get();
        if (dragged == null && row >= 0) {
            model.togglePin(row);
        }
    }

    private double unit(double y) {
        return Math.clamp(1 - (y - TOP) / plotHeight(), 0, 1);
    }

    private void drag(MouseEvent event) {
        String name = dragged;
        if (name != null && dragStart >= TOP - 4 && Math.abs(event.getY() - dragStart) >= LEAST_DRAG) {
            model.brush(name, Optional.of(Brush.between(unit(dragStart), unit(event.getY()))));
        }
    }

    private void release(MouseEvent event) {
        String name = dragged;
        dragged = null;
        if (name == null) {
            return;
        }
        if (dragStart < TOP - 4) {
            int axes = model.axesProperty().get().size();
            int place = (int) Math.round((event.getX() - SIDE) / plotWidth() * (axes - 1));
            model.moveAxis(name, place);
        } else if (Math.abs(event.getY() - dragStart) < LEAST_DRAG) {
            model.brush(name, Optional.empty());
        }
    }
}
