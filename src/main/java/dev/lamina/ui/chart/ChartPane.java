package dev.lamina.ui.chart;

import dev.lamina.figure.FigureSpec;
import dev.lamina.ui.fx.FxExecutor;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart that a worker draws: the FX thread only copies pixels. {@link #refresh} may be called as often as one
 * likes; while a picture is being drawn, calls join into one.
 */
public final class ChartPane extends Region {
    private static final int SMALLEST = 40;

    private final ImageView picture = new ImageView();
    private final Executor worker;
    private final FxExecutor fx;
    private final Supplier<ChartData> source;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final ObjectProperty<ChartView> view;
    private final ChangeListener<Boolean> appearing = (_, _, _) -> refresh();
    private final ScreenPainter painter = new ScreenPainter();
    private AxisNames names;
    private Consumer<Pick> picked = _ -> {};
    private Drawn drawn;
    private @Nullable BufferedImage back;
    private @Nullable Front front;

    private record Front(int[] pixels, PixelBuffer<IntBuffer> buffer) {}

    /** @param source what to show; asked on the worker */
    public ChartPane(AxisNames names, ChartView first, Supplier<ChartData> source, Executor worker, FxExecutor fx) {
        this.names = names;
        this.view = new SimpleObjectProperty<>(first);
        this.drawn = Drawn.nothing();
        this.source = source;
        this.worker = worker;
        this.fx = fx;
        getStyleClass().add("chart-pane");
        getChildren().add(picture);
        setMinSize(SMALLEST, SMALLEST);
        widthProperty().addListener(_ -> refresh());
        heightProperty().addListener(_ -> refresh());
        view.addListener(_ -> refresh());
        getChildren().add(new ChartGestures(view, this::drawn, pick -> picked.accept(pick)).overlay());
        sceneProperty().addListener(_ -> watchSurroundings());
    }

    /** A tab that comes to the front shows a chart that was not drawn while it lay behind. */
    private void watchSurroundings() {
        WeakChangeListener<Boolean> weak = new WeakChangeListener<>(appearing);
        for (Node node = this; node != null; node = node.getParent()) {
            node.visibleProperty().addListener(weak);
        }
    }

    public ObjectProperty<ChartView> viewProperty() {
        return view;
    }

    /** Other words at the axes. */
    public void rename(AxisNames others) {
        names = others;
        refresh();
    }

    /** What it shows, with every point; any thread that may ask the source. */
    public FigureSpec figure() {
        return new ChartFigure(names, source.get(), view.get()).whole();
    }

    /** Shows all that there is again, following as more comes. */
    public void follow() {
        view.set(view.get().withX(Optional.empty()));
    }

    /** What happens when a person chooses a point of a curve. */
    public void onPicked(Consumer<Pick> action) {
        picked = action;
    }

    Drawn drawn() {
        return drawn;
    }

    /** Whether it lies in a part of the window that is shown; a chart on a tab behind need not be drawn. */
    private boolean shown() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Draws the data of now, unless nobody would see it. FX thread.
     *
     * @return whether it can be seen
     */
    public boolean refresh() {
        if (!shown()) {
            return false;
        }
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        int width = (int) Math.ceil(getWidth() * scale);
        int height = (int) Math.ceil(getHeight() * scale);
        if (width < SMALLEST || height < SMALLEST) {
            return false;
        }
        if (!busy.compareAndSet(false, true)) {
            again.set(true);
            return true;
        }
        ChartView seen = view.get();
        AxisNames named = names;
        worker.execute(() -> {
            try {
                BufferedImage image = image(width, height);
                Drawn done = draw(image, scale, named, seen);
                fx.execute(() -> show(image, scale, done));
            } catch (RuntimeException | Error e) {
                busy.set(false);
                throw e;
            }
        });
        return true;
    }

    private BufferedImage image(int width, int height) {
        BufferedImage image = back;
        if (image == null || image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            back = image;
        }
        return image;
    }

    private Drawn draw(BufferedImage image, double scale, AxisNames named, ChartView seen) {
        var g = image.createGraphics();
        g.scale(scale, scale);
        try {
            ChartFigure figure = new ChartFigure(named, source.get(), seen);
            return painter.paint(g, image.getWidth() / scale, image.getHeight() / scale, figure);
        } finally {
            g.dispose();
        }
    }

    private void show(BufferedImage image, double scale, Drawn done) {
        int width = image.getWidth();
        int height = image.getHeight();
        Front current = front;
        if (current == null
                || current.buffer().getWidth() != width
                || current.buffer().getHeight() != height) {
            int[] pixels = new int[width * height];
            current = new Front(
                    pixels,
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
            front = current;
            picture.setImage(new WritableImage(current.buffer()));
            picture.setFitWidth(width / scale);
            picture.setFitHeight(height / scale);
        }
        int[] source = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(source, 0, current.pixels(), 0, source.length);
        current.buffer().updateBuffer(_ -> null);
        drawn = done;
        busy.set(false);
        if (again.getAndSet(false)) {
            refresh();
        }
    }

    @Override
    protected void layoutChildren() {
        getChildren().get(1).resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
