package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.ColorRamp;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Mark;
import dev.lamina.figure.ReadingFigures;
import dev.lamina.figure.text.FigureFonts;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {
    private static final Reading.Matrix CONFUSION =
            new Reading.Matrix(List.of("cat", "dog"), List.of("cat", "dog"), new double[] {10, 0, 15, 5});
    private static final Reading.PerClass CLASSES = new Reading.PerClass(
            List.of("cat", "dog"), new double[] {100, 1000}, new double[] {10, 0}, new int[] {3, 4});
    private static final Reading.ImageStack MAPS =
            new Reading.ImageStack(List.of("0", "1", "2", "3", "4", "5"), 1, 2, 2, new float[] {
                0, 1, 2, 3, 0, 0, 0, 0, 3, 3, 3, 3, 0, 0, 3, 3, 1, 1, 1, 1, 2, 2, 2, Float.NaN
            });

    @TempDir
    private Path folder;

    @Test
    void aCellIsShadedByItsShareOfTheRowOrByItsValue() {
        Mark.HeatMap shares = new Mark.HeatMap(CONFUSION, Mark.HeatMap.Coloring.SHARE_OF_ROW);
        assertEquals(1, shares.shade(0, 0));
        assertEquals(0.25, shares.shade(1, 1));
        Mark.HeatMap values = new Mark.HeatMap(CONFUSION, Mark.HeatMap.Coloring.VALUE);
        assertEquals(10 / 15.0, values.shade(0, 0), 1e-12);
    }

    @Test
    void picturesAreAsLargeAsTheyCanBe() {
        Mark.Pictures pictures = new Mark.Pictures(MAPS);
        assertEquals(6, pictures.perRow(600, 100));
        assertEquals(3, pictures.perRow(300, 200));
        assertEquals(1, pictures.perRow(50, 400));
    }

    /** One scale for the whole stack: 0 is the darkest in each picture, 3 the brightest, and what is no number stands out. */
    @Test
    void allPicturesOfAStackHaveOneScale() {
        assertEquals(ColorRamp.VIRIDIS.at(1).getRGB(), PictureColors.of(MAPS, 0).getRGB(1, 1));
        assertEquals(ColorRamp.VIRIDIS.at(0).getRGB(), PictureColors.of(MAPS, 1).getRGB(1, 1));
        assertEquals(
                ColorRamp.VIRIDIS.at(1 / 3.0).getRGB(),
                PictureColors.of(MAPS, 4).getRGB(0, 0));
        assertEquals(0xFFFF00FF, PictureColors.of(MAPS, 5).getRGB(1, 1));
    }

    @Test
    void theRampGrowsLighter() {
        assertTrue(ColorRamp.isDark(ColorRamp.VIRIDIS.at(0)));
        assertFalse(ColorRamp.isDark(ColorRamp.VIRIDIS.at(1)));
        assertEquals(ColorRamp.VIRIDIS.at(1), ColorRamp.VIRIDIS.at(7));
    }

    @Test
    void everyCellIsPaintedInItsColor() {
        FigureSpec spec = FigureSpec.of(
                ReadingFigures.panel(Tags.CONFUSION, CONFUSION, "").orElseThrow());
        Set<Integer> colors = colors(spec);
        for (double shade : new double[] {0, 0.25, 0.75, 1}) {
            assertTrue(colors.contains(ColorRamp.VIRIDIS.at(shade).getRGB()), "shade " + shade);
        }
    }

    private static Set<Integer> colors(FigureSpec spec) {
        FigureStyle style = FigureStyle.singleColumn();
        FigureRenderer renderer = new FigureRenderer(spec, style, FigureFonts.load(style.fontFamily(), spec.texts()));
        BufferedImage image = new BufferedImage(
                (int) renderer.widthPoints(), (int) renderer.heightPoints(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        renderer.draw(graphics);
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).boxed().collect(Collectors.toSet());
    }

    /** The numbers of all kinds stand in the CSV file, and every format can be written, twice the same. */
    @Test
    void everyKindOfReadingButANumberBecomesFilesWithItsNumbers() throws Exception {
        Map<String, FigureSpec> figures = ReadingFigures.of(Map.of(
                Tags.CONFUSION, CONFUSION,
                Tags.GBR_BY_CLASS, CLASSES,
                Tags.FEATURE_MAPS, MAPS,
                Tags.ALPHA, new Reading.PerLayer(Map.of("conv", 0.25)),
                Tags.GBR, new Reading.Scalar(3)));
        assertEquals(Set.of("confusion", "gbrByClass", "featureMaps", "alpha"), figures.keySet());
        for (String name : figures.keySet()) {
            List<Path> files = write(figures.get(name), name);
            List<byte[]> first = bytes(files);
            write(figures.get(name), name);
            assertTrue(
                    IntStream.range(0, files.size())
                            .allMatch(i ->
                                    Arrays.equals(first.get(i), bytes(files).get(i))),
                    name);
        }
        List<String> confusion = Files.readAllLines(folder.resolve("confusion.csv"));
        assertEquals("a,dog,prediction,1,label,5,,,,,,1,", confusion.getLast());
        List<String> classes = Files.readAllLines(folder.resolve("gbrByClass.csv"));
        assertEquals("a,GBR by class,class,0,GBR by class (normalized pixels),100,10,,,,,cat,", classes.get(1));
        assertEquals(25, Files.readAllLines(folder.resolve("featureMaps.csv")).size());
        assertTrue(Files.readString(folder.resolve("featureMaps.svg")).contains("data:image/png;base64,"));
    }

    private List<Path> write(FigureSpec spec, String name) {
        return FigureFiles.write(
                        spec,
                        FigureStyle.singleColumn(),
                        folder,
                        name,
                        EnumSet.complementOf(EnumSet.of(FigureFormat.PGFPLOTS)))
                .files();
    }

    private static List<byte[]> bytes(List<Path> files) {
        return files.stream()
                .map(file -> {
                    try {
                        return Files.readAllBytes(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
