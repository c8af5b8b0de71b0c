package dev.lamina.ui.explore;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Pixels that were painted elsewhere; the FX thread only copies them. */
final class PixelPane extends ImageView {
    private @Nullable PixelBuffer<IntBuffer> front;

    /** @param pixels premultiplied 0xAARRGGBB, which stay the caller's */
    void show(int[] pixels, int width, int height) {
        PixelBuffer<IntBuffer> buffer = front;
        if (buffer == null || buffer.getWidth() != width || buffer.getHeight() != height) {
            buffer = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            front = buffer;
            setImage(new WritableImage(buffer));
        }
        buffer.getBuffer().put(0, pixels, 0, width * height);
        buffer.updateBuffer(_ -> null);
    }
}
