package dev.lamina.batch;

import dev.lamina.data.Batch;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.program.Program;
import dev.lamina.program.compile.InputForm;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A batch as inputs of a program. */
public final class BatchTensors {
    private BatchTensors() {}

    /** What a program takes as the images of this batch. */
    public static InputForm form(Batch batch) {
        return batch.remaining().isPresent() ? InputForm.RAW : InputForm.PREPARED;
    }

    /** Images in their {@link #form} by name, in a map that takes more. */
    public static Map<String, HostTensor> imageInputs(Batch batch) {
        Map<String, HostTensor> inputs = new HashMap<>();
        batch.remaining()
                .ifPresentOrElse(
                        map -> {
                            inputs.put(Program.RAW_IMAGES, images(batch));
                            inputs.put(Program.PLACEMENT, placements(batch));
                            inputs.put(Program.PIXEL_SCALE, channels(map.scale()));
                            inputs.put(Program.PIXEL_OFFSET, channels(map.offset()));
                        },
                        () -> inputs.put(Program.IMAGES, images(batch)));
        return inputs;
    }

    private static HostTensor placements(Batch batch) {
        return new HostTensor(Shape.of(batch.size(), 3), Arrays.copyOf(batch.placements(), 3 * batch.size()));
    }

    private static HostTensor channels(float[] values) {
        return new HostTensor(Shape.of(values.length), values);
    }

    /** Images [N, C, H, W], prepared or raw; the batch's own array where it is full. */
    public static HostTensor images(Batch batch) {
        Shape shape = batch.shape();
        int length = Math.toIntExact(shape.size());
        float[] values = batch.images();
        return new HostTensor(shape, values.length == length ? values : Arrays.copyOf(values, length));
    }

    /** All images of a small data set, prepared. */
    public static HostTensor all(ImageDataset data, Normalization normalization) {
        Batches batches = Batches.inOrder(data, normalization, data.size());
        Batch batch = batches.allocate();
        batches.epoch(1).next(batch);
        return images(batch);
    }

    /** Labels [N], class indices as floats. */
    public static HostTensor labels(Batch batch) {
        return floats(batch.labels(), batch.size());
    }

    private static HostTensor floats(int[] labels, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = labels[i];
        }
        return new HostTensor(Shape.of(size), values);
    }

    /** Images and labels by name, those of both images where they are mixed of two, in a map that takes more. */
    public static Map<String, HostTensor> imagesAndLabels(Batch batch) {
        Map<String, HostTensor> inputs = imageInputs(batch);
        inputs.put(Program.LABELS, labels(batch));
        batch.mixture().ifPresent(mixture -> {
            inputs.put(Program.SECOND_LABELS, floats(mixture.secondLabels(), batch.size()));
            inputs.put(Program.FIRST_SHARE, HostTensor.scalar((float) mixture.firstShare()));
        });
        return inputs;
    }
}
