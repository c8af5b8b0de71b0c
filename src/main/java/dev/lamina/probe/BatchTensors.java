package dev.lamina.probe;

import dev.lamina.data.Batch;
import dev.lamina.program.Program;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A batch as inputs of a program. */
public final class BatchTensors {
    private BatchTensors() {}

    /** Images [N, C, H, W]; the batch's own array where it is full. */
    public static HostTensor images(Batch batch) {
        Shape shape = batch.shape();
        int length = Math.toIntExact(shape.size());
        float[] values = batch.images();
        return new HostTensor(shape, values.length == length ? values : Arrays.copyOf(values, length));
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
        Map<String, HostTensor> inputs = new HashMap<>();
        inputs.put(Program.IMAGES, images(batch));
        inputs.put(Program.LABELS, labels(batch));
        batch.mixture().ifPresent(mixture -> {
            inputs.put(Program.SECOND_LABELS, floats(mixture.secondLabels(), batch.size()));
            inputs.put(Program.FIRST_SHARE, HostTensor.scalar((float) mixture.firstShare()));
        });
        return inputs;
    }
}
