package dev.lamina.ui.teach;

import dev.lamina.ui.fx.FxExecutor;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A square picture that another thread paints: the FX thread only copies pixels. What comes too fast is left out. */
final class PixelView extends Region {
    private static final int SMALLEST = 16;

    private final ImageView view = new ImageView();
    private final Executor painter;
    private final FxExecutor fx;
    private final AtomicReference<@Nullable Picture> wanted = new AtomicReference<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong shown = new AtomicLong();
    private @Nullable Picture latest;
    private @Nullable BufferedImage back;
    private int @Nullable [] front;
    private @Nullable PixelBuffer<IntBuffer> buffer;

    /** What is to be seen. */
    @FunctionalInterface
    interface Picture {
        /** Paints all of a square image, on the painter's thread. */
        void paint(BufferedImage image);
    }

    PixelView(Executor painter, FxExecutor fx) {
        this.painter = painter;
        this.fx = fx;
        getChildren().add(view);
        view.setMouseTransparent(true);
        setMinSize(SMALLEST, SMALLEST);
        widthProperty().addListener(_ -> again());
        heightProperty().addListener(_ -> again());
    }

    /** The side of the square in which the picture lies, at the left and the top. */
    double side() {
        return Math.floor(Math.min(getWidth(), getHeight()));
    }

    /** How many pictures have come onto the screen. */
    long pictures() {
        return shown.get();
    }

    /** Shows this as soon as it is painted. FX thread. */
    void show(Picture picture) {
        latest = picture;
        wanted.set(picture);
        paintNext();
    }

    private void again() {
        if (latest != null) {
            show(latest);
        }
    }

    private void paintNext() {
        int side = (int) side();
        if (side < SMALLEST || wanted.get() == null || !busy.compareAndSet(false, true)) {
            return;
        }
        painter.execute(() -> {
            Picture picture = wanted.getAndSet(null);
            BufferedImage image = image(side);
            if (picture != null) {
                picture.paint(image);
            }
            fx.execute(() -> {
                copy(image);
                busy.set(false);
                paintNext();
            });
        });
    }

    private BufferedImage image(int side) {
        BufferedImage image = back;
        if (image == null || image.getWidth() != side) {
            image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
            back = image;
        }
        return image;
    }

    private void copy(BufferedImage image) {
        int side = image.getWidth();
        int[] target = front;
        PixelBuffer<IntBuffer> current = buffer;
        if (target == null || current == null || current.getWidth() != side) {
            target = new int[side * side];
            front = target;
            current = new PixelBuffer<>(side, side, IntBuffer.wrap(target), PixelFormat.getIntArgbPreInstance());
            buffer = current;
            view.setImage(new WritableImage(current));
        }
        int[] source = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(source, 0, target, 0, source.length);
        current.updateBuffer(_ -> null);
        shown.incrementAndGet();
    }
}
