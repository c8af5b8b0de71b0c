package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.tensor.Seeds;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementTest {
    private static final int HEIGHT = 5;
    private static final int WIDTH = 7;

    private final ImageDataset images = Datasets.images(23, 3, HEIGHT, WIDTH, 5);
    private final Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, images);

    static List<List<Augmentation>> expressible() {
        PadCrop crop = new PadCrop(2);
        HorizontalFlip flip = new HorizontalFlip();
        return List.of(
                List.of(),
                List.of(crop),
                List.of(flip),
                List.of(crop, flip),
                List.of(flip, crop),
                List.of(flip, crop, flip),
                List.of(flip, flip, crop),
                // Beyond the border, too.
                List.of(flip, new PadCrop(20), flip));
    }

    /** The formula of a placement and of a map, on raw batches, gives the prepared ones exactly. */
    @ParameterizedTest
    @MethodSource("expressible")
    void rawImagesPlacedAndMappedAreThePreparedOnesBitForBit(List<Augmentation> augmentations) {
        Batches prepared = shuffled(new BatchPlan(4, Remainder.KEEP, augmentations));
        Batches raw = prepared.raw().orElseThrow();
        Batch expected = prepared.allocate();
        Batch actual = raw.allocate();
        BatchIterator rawBatches = raw.epoch(2, 1);
        int batches = 0;
        for (BatchIterator iterator = prepared.epoch(2, 1); iterator.next(expected); batches++) {
            rawBatches.next(actual);
            assertEquals(expected.size(), actual.size());
            assertArrayEquals(expected.labels(), actual.labels());
            assertArrayEquals(expected.examples(), actual.examples());
            assertEquals(Optional.empty(), expected.remaining());
            for (int k = 0; k < actual.shape().size(); k++) {
                assertEquals(expected.images()[k], placed(actual, k), "element " + k);
            }
        }
        assertEquals(5, batches);
    }

    private static float placed(Batch batch, int k) {
        int map = k / (HEIGHT * WIDTH);
        int at = map / 3 * 3;
        int j = k % WIDTH;
        int row = k / WIDTH % HEIGHT - (int) batch.placements()[at];
        int column = (batch.placements()[at + 2] == 1 ? WIDTH - 1 - j : j) - (int) batch.placements()[at + 1];
        boolean inside = row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH;
        float pixel = inside ? batch.images()[(map * HEIGHT + row) * WIDTH + column] : 0;
        PixelMap remaining = batch.remaining().orElseThrow();
        return pixel * remaining.scale()[map % 3] + remaining.offset()[map % 3];
    }

    @Test
    void rawImagesAreTheBytes() {
        Batches raw = Batches.inOrder(images, normalization, 23).raw().orElseThrow();
        Batch batch = raw.allocate();
        raw.epoch(1).next(batch);
        float[] units = new float[3 * HEIGHT * WIDTH];
        images.copyTo(17, units, 0);
        for (int k = 0; k < units.length; k++) {
            assertEquals(Math.round(255 * units[k]), batch.images()[17 * units.length + k]);
        }
        assertArrayEquals(new float[3 * 23], batch.placements());
    }

    @Test
    void whatCutsMixesOrMovesTwiceIsTheHostsToDo() {
        List<Augmentation> crop = List.of(new PadCrop(1));
        for (BatchPlan plan : List.of(
                new BatchPlan(4, Remainder.KEEP, List.of(new PadCrop(1), new Cutout(2))),
                new BatchPlan(4, Remainder.KEEP, List.of(new PadCrop(1), new HorizontalFlip(), new PadCrop(1))),
                new BatchPlan(4, Remainder.KEEP, crop, Optional.of(new Mixup(1))),
                new BatchPlan(4, Remainder.KEEP, crop, Optional.of(new CutMix(1, 0.5))))) {
            assertEquals(Optional.empty(), shuffled(plan).raw(), plan.toString());
        }
    }

    @Test
    void nothingIsAllocatedPerRawBatch() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Batches raw = shuffled(new BatchPlan(1, Remainder.KEEP, List.of(new PadCrop(2), new HorizontalFlip())))
                .raw()
                .orElseThrow();
        Batch batch = raw.allocate();
        IntStream.rangeClosed(1, 50).forEach(epoch -> drain(raw.epoch(epoch), batch));
        BatchIterator iterator = raw.epoch(51);
        long before = threads.getCurrentThreadAllocatedBytes();
        drain(iterator, batch);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // 23 batches of 420 bytes; the measuring itself may allocate a little.
        assertEquals(0, allocated, 512);
    }

    private static void drain(BatchIterator iterator, Batch batch) {
        while (iterator.next(batch)) {
            // Only the delivering matters.
        }
    }

    private Batches shuffled(BatchPlan plan) {
        return Batches.shuffled(images, normalization, plan, new Seeds(7));
    }
}
