package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final DataLocation NOWHERE = new DataLocation(List.of(), Path.of("."));

    @Test
    void theFirstImagesAreTheSameOnEveryMachine() {
        TrainTest data = new Shapes(10, 10, 10, 0.06, 1).load(NOWHERE);
        // Made by this code, looked at with ContactSheet; another hash means that every trained result changes.
        assertEquals(
                "c42d999237da54d8f4886f08dbf0d1810372be8b82aa2b9e109265b440be7357",
                data.training().contentSha256());
        assertEquals(
                "673fb17e8e0ff8401812684626ad98bff1d122ea11ba2a1a062633a23f1bc05a",
                data.test().contentSha256());
    }

    @Test
    void anImageDoesNotDependOnHowManyThereAre() {
        ImageDataset few = load(20, 10, 1).training();
        ImageDataset many = load(60, 10, 1).training();
        assertEquals(few.contentSha256(), many.first(20).contentSha256());
    }

    @Test
    void trainingAndTestImagesDiffer() {
        TrainTest data = load(200, 10, 1);
        Set<String> training = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            training.add(data.training().select(new int[] {i}).contentSha256());
        }
        assertEquals(200, training.size());
        for (int i = 0; i < 200; i++) {
            assertFalse(training.contains(data.test().select(new int[] {i}).contentSha256()));
        }
    }

    @Test
    void anotherSeedDrawsOtherImages() {
        assertFalse(load(10, 10, 1)
                .training()
                .contentSha256()
                .equals(load(10, 10, 2).training().contentSha256()));
    }

    @Test
    void classesTakeTurns() {
        int[] twelve = new int[4];
        Arrays.fill(twelve, 12);
        ImageDataset training = load(48, 4, 1).training();
        assertArrayEquals(twelve, training.classHistogram());
        assertEquals(List.of("circle", "square", "triangle", "cross"), training.classNames());
    }

    @Test
    void noiseSpreadsThePixels() {
        assertTrue(roughness(0.2) > roughness(0.0) + 0.15, roughness(0.2) + " and " + roughness(0.0));
    }

    @Test
    void theNearestImageRarelyHasTheSameClass() {
        // Comparing pixels must not solve the set: that is what convolutions are for. Guessing gives 0.1.
        TrainTest data = load(1_000, 10, 1);
        int correct = 0;
        for (int i = 0; i < 200; i++) {
            correct += NearestNeighbor.label(data.training(), data.test(), i)
                            == data.test().label(i)
                    ? 1
                    : 0;
        }
        assertTrue(correct < 120, correct + " of 200");
    }

    /** The mean difference between neighbouring pixels. */
    private static double roughness(double noise) {
        ImageDataset images = new Shapes(50, 10, 10, noise, 1).load(NOWHERE).training();
        float[] values = new float[3072];
        double sum = 0;
        for (int i = 0; i < 50; i++) {
            images.copyTo(i, values, 0);
            for (int k = 1; k < 3072; k++) {
                sum += Math.abs(values[k] - values[k - 1]);
            }
        }
        return sum / (50 * 3071);
    }

    private static TrainTest load(int count, int classes, long seed) {
        return new Shapes(count, count, classes, 0.06, seed).load(NOWHERE);
    }
}
