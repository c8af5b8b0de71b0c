package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixingTest {
    private static final Shape IMAGE = Shape.of(2, 4, 6);
    private static final int LENGTH = 48;
    private static final int[] PARTNERS = {2, 1, 0};

    private final RandomGenerator random = new Seeds(3).stream("mixing");
    private final float[] originals = new float[4 * LENGTH];
    private final float[] images;

    MixingTest() {
        for (int i = 0; i < originals.length; i++) {
            originals[i] = 1 + i;
        }
        images = originals.clone();
    }

    @Test
    void mixupIsTheWeightedMeanWithThePartner() {
        double share = new Mixup(1).apply(images, originals, PARTNERS, IMAGE, random);
        for (int n = 0; n < 3; n++) {
            for (int k = 0; k < LENGTH; k++) {
                double expected = share * originals[n * LENGTH + k] + (1 - share) * originals[PARTNERS[n] * LENGTH + k];
                assertEquals(expected, images[n * LENGTH + k], 1e-4);
            }
        }
        assertBehindTheBatchNothingChanged();
    }

    /** Every image has the same box of its partner; the share is what is left of its own. */
    @Test
    void cutMixPutsInABoxAndTheShareIsTheAreaLeft() {
        int cutOff = 0;
        for (int trial = 0; trial < 200; trial++) {
            System.arraycopy(originals, 0, images, 0, images.length);
            double share = new CutMix(1, 1).apply(images, originals, PARTNERS, IMAGE, random);
            boolean[] box = new boolean[24];
            for (int k = 0; k < LENGTH; k++) {
                box[k % 24] |= images[k] != originals[k];
            }
            for (int n : new int[] {0, 2}) {
                for (int k = 0; k < LENGTH; k++) {
                    float expected = originals[(box[k % 24] ? PARTNERS[n] : n) * LENGTH + k];
                    assertEquals(expected, images[n * LENGTH + k]);
                }
            }
            int area = 0;
            for (boolean inside : box) {
                area += inside ? 1 : 0;
            }
            assertEquals(1 - area / 24.0, share, 1e-15);
            cutOff += isRectangle(box) ? 0 : 1;
        }
        assertEquals(0, cutOff, "boxes that are none");
        assertBehindTheBatchNothingChanged();
    }

    private static boolean isRectangle(boolean[] box) {
        int top = 4;
        int bottom = -1;
        int left = 6;
        int right = -1;
        int area = 0;
        for (int k = 0; k < 24; k++) {
            if (box[k]) {
                top = Math.min(top, k / 6);
                bottom = Math.max(bottom, k / 6);
                left = Math.min(left, k % 6);
                right = Math.max(right, k % 6);
                area++;
            }
        }
        return area == 0 || area == (bottom - top + 1) * (right - left + 1);
    }

    @Test
    void cutMixLeavesTheWantedPartOfTheBatchesAlone() {
        int mixed = 0;
        for (int trial = 0; trial < 2000; trial++) {
            mixed += new CutMix(1, 0.25).apply(images, originals, PARTNERS, IMAGE, random) < 1 ? 1 : 0;
        }
        // A quarter, of which boxes without area are missing; standard deviation 19.
        assertTrue(mixed > 350 && mixed < 580, mixed + " of 2000");
    }

    private void assertBehindTheBatchNothingChanged() {
        assertArrayEquals(
                Arrays.copyOfRange(originals, 3 * LENGTH, 4 * LENGTH),
                Arrays.copyOfRange(images, 3 * LENGTH, 4 * LENGTH));
    }

    /** Beta(α, α): mean 1/2, variance 1/(4(2α + 1)). */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 1, 4})
    void theShareHasTheMomentsOfItsDistribution(double alpha) {
        int count = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double share = SymmetricBeta.draw(alpha, random);
            assertTrue(share >= 0 && share <= 1, "share " + share);
            sum += share - 0.5;
            squares += (share - 0.5) * (share - 0.5);
        }
        double variance = 1 / (4 * (2 * alpha + 1));
        assertEquals(0, sum / count, 4 * Math.sqrt(variance / count));
        assertEquals(variance, squares / count, 0.03 * variance);
    }

    @Test
    void oneAsAlphaIsTheUniformDistribution() {
        int[] counts = new int[10];
        for (int i = 0; i < 20_000; i++) {
            counts[Math.min(9, (int) (10 * SymmetricBeta.draw(1, random)))]++;
        }
        for (int count : counts) {
            // Standard deviation 42.
            assertEquals(2_000, count, 4 * 42);
        }
    }

    @Test
    void aBatchTellsTheLabelsOfBothImages() {
        ImageDataset data = Datasets.images(20, 2, 4, 6, 5);
        Batches batches = batches(data, new Mixup(1), 7);
        Batch batch = batches.allocate();
        BatchIterator iterator = batches.epoch(1);
        Batches plain = Batches.shuffled(
                data, Normalization.of(PixelScaling.NONE, data), new BatchPlan(8, Remainder.KEEP, List.of()), seeds(7));
        Batch unmixed = plain.allocate();
        BatchIterator originalsOfEpoch = plain.epoch(1);
        while (iterator.next(batch)) {
            originalsOfEpoch.next(unmixed);
            assertTrue(unmixed.mixture().isEmpty());
            Batch.Mixture mixture = batch.mixture().orElseThrow();
            for (int n = 0; n < batch.size(); n++) {
                assertEquals(unmixed.labels()[n], batch.labels()[n]);
                assertTrue(isMixed(batch, unmixed, n, mixture), "example " + n);
            }
        }
    }

    /** Whether some image of the second label, in the mixture's share, explains the mixed one. */
    private static boolean isMixed(Batch batch, Batch unmixed, int n, Batch.Mixture mixture) {
        for (int other = 0; other < batch.size(); other++) {
            double distance = 0;
            for (int k = 0; k < LENGTH; k++) {
                double expected = mixture.firstShare() * unmixed.images()[n * LENGTH + k]
                        + (1 - mixture.firstShare()) * unmixed.images()[other * LENGTH + k];
                distance = Math.max(distance, Math.abs(expected - batch.images()[n * LENGTH + k]));
            }
            if (distance < 1e-5 && unmixed.labels()[other] == mixture.secondLabels()[n]) {
                return true;
            }
        }
        return false;
    }

    @Test
    void mixingRepeatsAndResumesInsideAnEpoch() {
        ImageDataset data = Datasets.images(20, 2, 4, 6, 5);
        List<String> whole = epoch(batches(data, new CutMix(1, 1), 7), 0);
        assertEquals(whole, epoch(batches(data, new CutMix(1, 1), 7), 0));
        assertEquals(whole.subList(2, 3), epoch(batches(data, new CutMix(1, 1), 7), 2));
        assertTrue(!whole.equals(epoch(batches(data, new CutMix(1, 1), 8), 0)));
    }

    private static List<String> epoch(Batches batches, int batchesDone) {
        List<String> texts = new ArrayList<>();
        Batch batch = batches.allocate();
        BatchIterator iterator = batches.epoch(2, batchesDone);
        while (iterator.next(batch)) {
            Batch.Mixture mixture = batch.mixture().orElseThrow();
            texts.add(mixture.firstShare()
                    + Arrays.toString(Arrays.copyOf(mixture.secondLabels(), batch.size()))
                    + Arrays.toString(Arrays.copyOf(batch.images(), batch.size() * LENGTH)));
        }
        return texts;
    }

    @Test
    void pointsHaveNoBoxes() {
        ImageDataset points = ImageDataset.ofPoints(
                Message.verbatim("points"), Datasets.names(1), new int[1], new float[][] {{1, 2}}, Datasets.NOWHERE);
        BadInputException refused = assertThrows(BadInputException.class, () -> batches(points, new CutMix(1, 1), 1));
        assertTrue(refused.getMessage().contains("choose mixup"), refused.getMessage());
    }

    private static Batches batches(ImageDataset data, Mixing mixing, long seed) {
        return Batches.shuffled(
                data,
                Normalization.of(PixelScaling.NONE, data),
                new BatchPlan(8, Remainder.KEEP, List.of(), Optional.of(mixing)),
                seeds(seed));
    }

    private static Seeds seeds(long seed) {
        return new Seeds(seed);
    }
}
