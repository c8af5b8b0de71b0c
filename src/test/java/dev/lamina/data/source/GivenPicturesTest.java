package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class GivenPicturesTest {
    private static final List<String> CLASSES = List.of("a", "b");

    @TempDir
    private Path folder;

    private Path picture(String name, int width, int height, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static float[] first(GivenPictures pictures) {
        float[] values =
                new float[Math.toIntExact(pictures.images().exampleShape().size())];
        pictures.images().copyTo(0, values, 0);
        return values;
    }

    @Test
    void aPictureOfAnotherSizeIsBroughtToTheNetworks() throws IOException {
        Path file = picture("wide.png", 30, 20, 0x336699);
        float[] values = first(GivenPictures.read(List.of(file), Shape.of(3, 8, 8), CLASSES));
        assertEquals(0x33 / 255f, values[0], 1e-6);
        assertEquals(0x99 / 255f, values[3 * 64 - 1], 1e-6);
    }

    /** 0.299·255 + 0.114·255 = 105.3. */
    @Test
    void oneChannelIsTheLuma() throws IOException {
        Path purple = picture("purple.png", 8, 8, 0xff00ff);
        assertEquals(105 / 255f, first(GivenPictures.read(List.of(purple), Shape.of(1, 8, 8), CLASSES))[5], 1e-6);
        Path gray = picture("gray.png", 8, 8, 0x777777);
        assertEquals(0x77 / 255f, first(GivenPictures.read(List.of(gray), Shape.of(1, 8, 8), CLASSES))[5], 1e-6);
    }

    @Test
    void foldersStandForTheirPicturesInOrder() throws IOException {
        Path second = picture("deep/b.png", 8, 8, 1);
        Path first = picture("deep/a/z.png", 8, 8, 1);
        GivenPictures read = GivenPictures.read(List.of(folder), Shape.of(3, 8, 8), CLASSES);
        assertEquals(List.of(first, second), read.files());
        Files.createDirectory(folder.resolve("empty"));
        assertThrows(
                BadInputException.class,
                () -> GivenPictures.read(List.of(folder.resolve("empty")), Shape.of(3, 8, 8), CLASSES));
    }

    @Test
    void inputsThatAreNoSquaresTakePicturesOfTheirSizeAlone() throws IOException {
        Path fits = picture("fits.png", 12, 8, 1);
        Path other = picture("other.png", 12, 9, 1);
        GivenPictures read = GivenPictures.read(List.of(fits, other), Shape.of(3, 8, 12), CLASSES);
        assertEquals(List.of(fits), read.files());
        assertTrue(
                read.unread().getFirst().toString().contains("12×9"),
                read.unread().toString());
    }

    @Test
    void twoChannelsAreNoPicture() {
        assertThrows(BadInputException.class, () -> GivenPictures.read(List.of(folder), Shape.of(2, 1, 1), CLASSES));
    }
}
