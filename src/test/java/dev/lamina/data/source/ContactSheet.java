package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Writes a picture of the set "shapes" to look at: a row for each class, images enlarged four times.
 * Run it from the IDE, or with java -cp and the test classes; the picture is target/shapes.png.
 */
final class ContactSheet {
    private static final int COLUMNS = 16;
    private static final int SCALE = 4;
    private static final int CELL = 32 * SCALE + 4;

    private ContactSheet() {}

    public static void main(String[] arguments) throws IOException {
        ImageDataset images = new Shapes(4_000, 1_000, 10, 0.06, 1)
                .load(new DataLocation(List.of(), Path.of("target")))
                .training();
        BufferedImage sheet = new BufferedImage(COLUMNS * CELL, images.classCount() * CELL, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < COLUMNS * images.classCount(); i++) {
            draw(images, i, sheet, i / images.classCount() * CELL, images.label(i) * CELL);
        }
        Path file = Files.createDirectories(Path.of("target")).resolve("shapes.png");
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static void draw(ImageDataset images, int example, BufferedImage sheet, int left, int top) {
        float[] values = new float[3 * 32 * 32];
        images.copyTo(example, values, 0);
        for (int y = 0; y < 32 * SCALE; y++) {
            for (int x = 0; x < 32 * SCALE; x++) {
                int pixel = y / SCALE * 32 + x / SCALE;
                int color = Math.round(255 * values[pixel]) << 16
                        | Math.round(255 * values[1024 + pixel]) << 8
                        | Math.round(255 * values[2048 + pixel]);
                sheet.setRGB(left + x, top + y, color);
            }
        }
    }
}
