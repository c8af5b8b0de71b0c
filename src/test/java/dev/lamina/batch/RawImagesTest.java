package dev.lamina.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.data.Augmentation;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.Batches;
import dev.lamina.data.HorizontalFlip;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.PadCrop;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.Provenance;
import dev.lamina.data.Remainder;
import dev.lamina.message.Message;
import dev.lamina.program.InputOperation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An epoch of raw batches, prepared by a program, beside the same epoch prepared on the host. */
class RawImagesTest {
    static Stream<Batches> epochs() {
        ImageDataset color = images(Shape.of(3, 7, 5));
        ImageDataset gray = images(Shape.of(1, 4, 9));
        List<Augmentation> both = List.of(new PadCrop(3), new HorizontalFlip());
        return Stream.of(
                shuffled(color, PixelScaling.PER_CHANNEL, both),
                shuffled(color, PixelScaling.NONE, List.of(new HorizontalFlip(), new PadCrop(6))),
                shuffled(gray, PixelScaling.PER_CHANNEL, both),
                shuffled(gray, PixelScaling.PER_CHANNEL, List.of()),
                Batches.inOrder(color, Normalization.of(PixelScaling.PER_CHANNEL, color), 8));
    }

    @ParameterizedTest
    @MethodSource("epochs")
    void aProgramPreparesRawBatchesAsTheHostDoes(Batches prepared) {
        Batches raw = prepared.raw().orElseThrow();
        Batch expected = prepared.allocate();
        Batch batch = raw.allocate();
        BatchIterator rawBatches = raw.epoch(3);
        int examples = 0;
        for (BatchIterator iterator = prepared.epoch(3); iterator.next(expected); examples += expected.size()) {
            rawBatches.next(batch);
            float[] actual = preparedByProgram(batch).values();
            for (int k = 0; k < actual.length; k++) {
                float value = expected.images()[k];
                assertEquals(value, actual[k], 3e-7 * Math.max(1, Math.abs(value)), "element " + k);
            }
        }
        assertEquals(21, examples);
    }

    private static HostTensor preparedByProgram(Batch batch) {
        Shape shape = batch.shape();
        Shape channels = Shape.of(shape.axis(1));
        Value x = new Value(0, "x", shape, Value.Kind.INTERMEDIATE);
        var prepare = new InputOperation.Prepare(
                "images",
                new Value(1, Program.RAW_IMAGES, shape, Value.Kind.INPUT),
                new Value(2, Program.PLACEMENT, Shape.of(shape.axis(0), 3), Value.Kind.INPUT),
                new Value(3, Program.PIXEL_SCALE, channels, Value.Kind.INPUT),
                new Value(4, Program.PIXEL_OFFSET, channels, Value.Kind.INPUT),
                x);
        Program program = new Program("prepare", List.of(prepare), Map.of("x", x));
        try (Session session = new ReferenceBackend().open(SessionSettings.DEFAULT);
                Executable executable = session.prepare(program)) {
            return executable.run(BatchTensors.imageInputs(batch)).get("x");
        }
    }

    private static Batches shuffled(ImageDataset images, PixelScaling scaling, List<Augmentation> augmentations) {
        BatchPlan plan = new BatchPlan(8, Remainder.KEEP, augmentations);
        return Batches.shuffled(images, Normalization.of(scaling, images), plan, new Seeds(5));
    }

    private static ImageDataset images(Shape shape) {
        byte[][] pixels = new byte[21][Math.toIntExact(shape.size())];
        Random random = new Random(1);
        for (byte[] image : pixels) {
            random.nextBytes(image);
        }
        return ImageDataset.ofImages(
                Message.verbatim("noise"),
                shape,
                List.of("noise"),
                new int[21],
                pixels,
                new Provenance("noise", List.of()));
    }
}
