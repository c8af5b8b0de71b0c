package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final List<Augmentation> CROP_AND_FLIP = List.of(new PadCrop(2), new HorizontalFlip());

    private final ImageDataset images = Datasets.images(23, 3, 8, 8, 5);
    private final Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, images);

    /** One delivered example. */
    private record Delivered(int example, int label, List<Float> values) {}

    @Test
    void anEpochDeliversEveryExampleOnceWithItsLabel() {
        List<Delivered> epoch = deliver(shuffled(4, Remainder.KEEP, CROP_AND_FLIP, 7), 1, 0);
        assertArrayEquals(
                IntStream.range(0, 23).toArray(),
                epoch.stream().mapToInt(Delivered::example).sorted().toArray());
        epoch.forEach(d -> assertEquals(images.label(d.example), d.label));
    }

    @Test
    void theSameSeedAndEpochGiveTheSameBatches() {
        assertEquals(
                deliver(shuffled(4, Remainder.KEEP, CROP_AND_FLIP, 7), 3, 0),
                deliver(shuffled(4, Remainder.KEEP, CROP_AND_FLIP, 7), 3, 0));
    }

    @Test
    void anotherEpochOrSeedGivesAnotherOrder() {
        List<Integer> first = order(deliver(shuffled(4, Remainder.KEEP, List.of(), 7), 1, 0));
        assertFalse(first.equals(order(deliver(shuffled(4, Remainder.KEEP, List.of(), 7), 2, 0))));
        assertFalse(first.equals(order(deliver(shuffled(4, Remainder.KEEP, List.of(), 8), 1, 0))));
    }

    @Test
    void anImageIsAugmentedTheSameWhateverBatchItIsIn() {
        List<Delivered> small = deliver(shuffled(1, Remainder.KEEP, CROP_AND_FLIP, 7), 2, 0);
        List<Delivered> large = deliver(shuffled(23, Remainder.KEEP, CROP_AND_FLIP, 7), 2, 0);
        assertEquals(small, large);
    }

    @Test
    void anImageIsAugmentedAnewInEveryEpoch() {
        Batches batches = shuffled(23, Remainder.KEEP, CROP_AND_FLIP, 7);
        long different = IntStream.range(0, 23)
                .filter(i -> !values(deliver(batches, 1, 0), i).equals(values(deliver(batches, 2, 0), i)))
                .count();
        // 50 equally likely outcomes: two of them agree for about every fiftieth image.
        assertTrue(different >= 18, different + " of 23");
    }

    @Test
    void resumingInsideAnEpochGivesItsRemainingBatches() {
        Batches batches = shuffled(4, Remainder.KEEP, CROP_AND_FLIP, 7);
        List<Delivered> whole = deliver(batches, 5, 0);
        assertEquals(whole.subList(12, 23), deliver(batches, 5, 3));
        assertEquals(List.of(), deliver(batches, 5, 6));
    }

    @Test
    void theLastBatchIsSmallerOrDropped() {
        Batches kept = shuffled(10, Remainder.KEEP, List.of(), 7);
        Batches dropped = shuffled(10, Remainder.DROP, List.of(), 7);
        assertEquals(List.of(10, 10, 3), sizes(kept));
        assertEquals(List.of(10, 10), sizes(dropped));
        assertEquals(3, kept.perEpoch());
        assertEquals(2, dropped.perEpoch());
        assertEquals(20, dropped.examplesPerEpoch());
    }

    @Test
    void evaluationKeepsTheOriginalOrderAndChangesNothing() {
        List<Delivered> delivered = deliver(Batches.inOrder(images, normalization, 5), 1, 0);
        assertEquals(IntStream.range(0, 23).boxed().toList(), order(delivered));
        float[] pixels = new float[192];
        images.copyTo(17, pixels, 0);
        for (int k = 0; k < 192; k++) {
            assertEquals(
                    normalization.normalize(pixels[k], k / 64),
                    delivered.get(17).values.get(k),
                    1e-5);
        }
    }

    @Test
    void aBatchTellsItsShape() {
        Batches batches = Batches.inOrder(images, normalization, 20);
        Batch batch = batches.allocate();
        BatchIterator iterator = batches.epoch(1);
        iterator.next(batch);
        assertEquals(Shape.of(20, 3, 8, 8), batch.shape());
        iterator.next(batch);
        assertEquals(Shape.of(3, 3, 8, 8), batch.shape());
        assertFalse(iterator.next(batch));
    }

    @Test
    void nothingIsAllocatedPerBatch() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Batches batches = shuffled(1, Remainder.KEEP, CROP_AND_FLIP, 7);
        Batch batch = batches.allocate();
        IntStream.rangeClosed(1, 50).forEach(epoch -> drain(batches.epoch(epoch), batch));
        BatchIterator iterator = batches.epoch(51);
        long before = threads.getCurrentThreadAllocatedBytes();
        drain(iterator, batch);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // 23 batches of 768 bytes; the measuring itself may allocate a little.
        assertTrue(allocated < 512, allocated + " bytes");
    }

    @Test
    void augmentingPointsIsBadInput() {
        ImageDataset points = ImageDataset.ofPoints(
                Message.verbatim("points"), Datasets.names(1), new int[1], new float[][] {{1, 2}}, Datasets.NOWHERE);
        Normalization none = Normalization.of(PixelScaling.NONE, points);
        BatchPlan plan = new BatchPlan(1, Remainder.KEEP, CROP_AND_FLIP);
        assertThrows(BadInputException.class, () -> Batches.shuffled(points, none, plan, new Seeds(1)));
    }

    @Test
    void droppingTheOnlyBatchIsBadInput() {
        assertThrows(BadInputException.class, () -> shuffled(24, Remainder.DROP, List.of(), 1));
    }

    @Test
    void aNormalizationOfOtherChannelsIsRefused() {
        Normalization gray = new Normalization(List.of(0.0), List.of(1.0));
        assertThrows(IllegalArgumentException.class, () -> Batches.inOrder(images, gray, 4));
    }

    private Batches shuffled(int batchSize, Remainder remainder, List<Augmentation> augmentations, long seed) {
        return Batches.shuffled(
                images, normalization, new BatchPlan(batchSize, remainder, augmentations), new Seeds(seed));
    }

    private static List<Delivered> deliver(Batches batches, int epoch, int batchesDone) {
        List<Delivered> delivered = new ArrayList<>();
        Batch batch = batches.allocate();
        BatchIterator iterator = batches.epoch(epoch, batchesDone);
        while (iterator.next(batch)) {
            for (int i = 0; i < batch.size(); i++) {
                float[] values = Arrays.copyOfRange(batch.images(), i * 192, (i + 1) * 192);
                List<Float> list =
                        IntStream.range(0, 192).mapToObj(k -> values[k]).toList();
                delivered.add(new Delivered(batch.examples()[i], batch.labels()[i], list));
            }
        }
        return delivered;
    }

    private static List<Integer> order(List<Delivered> delivered) {
        return delivered.stream().map(Delivered::example).toList();
    }

    private static List<Float> values(List<Delivered> delivered, int example) {
        return delivered.stream().filter(d -> d.example == example).findFirst().orElseThrow().values;
    }

    private static List<Integer> sizes(Batches batches) {
        List<Integer> sizes = new ArrayList<>();
        Batch batch = batches.allocate();
        for (BatchIterator iterator = batches.epoch(1); iterator.next(batch); ) {
            sizes.add(batch.size());
        }
        return sizes;
    }

    private static void drain(BatchIterator iterator, Batch batch) {
        while (iterator.next(batch)) {
            assertEquals(1, batch.size());
        }
    }
}
