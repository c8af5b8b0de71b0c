package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.data.picture.Picture;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    private static final int ORANGE = 0xff8000;
    private static final int NAVY = 0x000080;

    @TempDir
    Path root;

    @Test
    void everyFolderIsAClassInTheOrderOfTheNames() throws IOException {
        write(root.resolve("pets/dog"), 5, "png", 8, 6, ORANGE);
        write(root.resolve("pets/cat"), 10, "png", 8, 6, NAVY);
        Files.writeString(root.resolve("pets/cat/notes.txt"), "not a picture");
        Files.createDirectories(root.resolve("pets/.hidden"));
        TrainTest data = new ImageFolder("pets", null, 0.2).load(where());
        assertEquals(List.of("cat", "dog"), data.training().classNames());
        assertEquals(Shape.of(3, 6, 8), data.training().exampleShape());
        assertArrayEquals(new int[] {8, 4}, data.training().classHistogram());
        assertArrayEquals(new int[] {2, 1}, data.test().classHistogram());
        float[] values = new float[3 * 48];
        data.test().copyTo(2, values, 0);
        assertArrayEquals(new float[] {1, 128 / 255f, 0}, new float[] {values[0], values[48], values[143]}, 1e-6f);
    }

    @Test
    void foldersTrainAndTestAreTakenAsTheyAre() throws IOException {
        write(root.resolve("pets/train/cat"), 3, "png", 4, 4, NAVY);
        write(root.resolve("pets/train/dog"), 2, "png", 4, 4, ORANGE);
        write(root.resolve("pets/test/cat"), 1, "png", 4, 4, NAVY);
        write(root.resolve("pets/test/dog"), 1, "png", 4, 4, ORANGE);
        TrainTest data = new ImageFolder("pets", null, 0.5).load(where());
        assertEquals(5, data.training().size());
        assertEquals(2, data.test().size());
    }

    @Test
    void picturesOfAnySizeAreBroughtToOne() throws IOException {
        write(root.resolve("pets/cat"), 2, "png", 90, 41, NAVY);
        write(root.resolve("pets/dog"), 2, "jpg", 9, 30, ORANGE);
        ImageFolder source = new ImageFolder(root.resolve("pets").toString(), 16, 0.5);
        TrainTest data = source.load(where());
        assertEquals(Shape.of(3, 16, 16), data.training().exampleShape());
        assertEquals(source.outline(where()).exampleShape(), data.training().exampleShape());
        float[] values = new float[768];
        data.training().copyTo(0, values, 0);
        assertArrayEquals(new float[] {0, 0, 128 / 255f}, new float[] {values[0], values[300], values[767]}, 1e-6f);
        data.training().copyTo(1, values, 0);
        // JPEG keeps a plain color to a few steps of 255.
        assertArrayEquals(new float[] {1, 128 / 255f, 0}, new float[] {values[0], values[300], values[767]}, 0.03f);
    }

    @Test
    void theMiddleOfTheLongerSideIsKept() throws IOException {
        BufferedImage thirds = new BufferedImage(30, 10, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 300; i++) {
            int x = i % 30;
            thirds.setRGB(x, i / 30, x < 10 ? 0xff0000 : x < 20 ? 0x00ff00 : 0x0000ff);
        }
        Path file = root.resolve("thirds.png");
        ImageIO.write(thirds, "png", file.toFile());
        byte[] bytes = Picture.decode(Files.readAllBytes(file)).square(10);
        byte[] expected = new byte[300];
        java.util.Arrays.fill(expected, 100, 200, (byte) 255);
        assertArrayEquals(expected, bytes);
    }

    @Test
    void thePathIsRequired() {
        assertThrows(BadInputException.class, () -> new ImageFolder(" ", null, 0.2));
    }

    private DataLocation where() {
        return new DataLocation(List.of(root), root);
    }

    static void write(Path folder, int count, String format, int width, int height, int color) throws IOException {
        Files.createDirectories(folder);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, color);
        }
        for (int i = 0; i < count; i++) {
            ImageIO.write(
                    picture,
                    format,
                    folder.resolve("picture" + i + "." + format).toFile());
        }
    }
}
