package dev.lamina.experiment.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.ImageDataset;
import dev.lamina.data.Provenance;
import dev.lamina.data.TrainTest;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RawPixelComparisonTest {
    private static final RawPixelSettings SETTINGS = new RawPixelSettings(WnllSettings.DEFAULT, 5, 2, 1, 0, 3);

    /** Three classes that differ in where the light is. */
    private static TrainTest light() {
        return new TrainTest(images(600, 1), images(90, 2));
    }

    private static ImageDataset images(int count, long seed) {
        RandomGenerator random = new Seeds(seed).stream("light");
        byte[][] pixels = new byte[count][16];
        int[] labels = IntStream.range(0, count).map(i -> i % 3).toArray();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < 16; j++) {
                pixels[i][j] = (byte) (random.nextInt(60) + (j % 3 == labels[i] ? 150 : 0));
            }
        }
        return ImageDataset.ofImages(
                Message.verbatim("light"),
                Shape.of(1, 4, 4),
                List.of("a", "b", "c"),
                labels,
                pixels,
                new Provenance("mnist", List.of()));
    }

    @Test
    void everyMethodLearnsWhatIsEasyAndTellsItsTime() {
        List<RawPixelRow> rows = new ArrayList<>();
        Set<String> done = ConcurrentHashMap.newKeySet();
        new RawPixelComparison(light(), light(), SETTINGS, (method, fraction, _) -> {
                    if (fraction == 1) {
                        done.add(method.toString());
                    }
                })
                .run(rows::add);
        assertEquals(
                List.of("softmax regression", "linear SVM", "5 nearest neighbors", "p-Laplacian, p = 3.0", "WNLL"),
                rows.stream().map(row -> row.method().toString()).toList());
        for (RawPixelRow row : rows) {
            assertEquals(1, row.accuracy(), 0.02, row.method().toString());
            assertTrue(row.seconds() > 0);
        }
        assertEquals(5, done.size(), done.toString());
    }

    @Test
    void linearClassifiersAreTrainedForAsLongAsAskedFor() {
        RawPixelSettings longer = new RawPixelSettings(WnllSettings.DEFAULT, 5, 2, 1, 7, 3);
        RawPixelRow row = new RawPixelComparison(light(), light(), longer, (_, _, _) -> {}).softmaxRegression();
        assertEquals("7 epochs", row.note().toString());
    }

    @Test
    void publishedNumbersStandOnlyBesideTheWholeDataSet() {
        TrainTest part = new TrainTest(light().training().first(300), light().test());
        assertEquals(OptionalDouble.of(0.9774), published(light()));
        assertEquals(OptionalDouble.empty(), published(part));
    }

    private static OptionalDouble published(TrainTest data) {
        List<RawPixelRow> rows = new ArrayList<>();
        new RawPixelComparison(data, light(), SETTINGS, (_, _, _) -> {}).run(rows::add);
        return rows.getLast().published();
    }

    @Test
    void aTemplateSmallerThanTheNeighborsIsRefused() {
        TrainTest tiny = new TrainTest(images(10, 1), images(5, 2));
        var e = assertThrows(
                BadInputException.class, () -> new RawPixelComparison(tiny, tiny, SETTINGS, (_, _, _) -> {}));
        assertEquals("--template 10: 14 neighbors are wanted; take at least as many", e.getMessage());
    }
}
