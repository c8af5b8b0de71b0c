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
        float[] labels = new float[batch.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = batch.labels()[i];
        }
        return new HostTensor(Shape.of(labels.length), labels);
    }

    /** Images and labels by name, in a map that takes more. */
    public static Map<String, HostTensor> imagesAndLabels(Batch batch) {
        Map<String, HostTensor> inputs = new HashMap<>();
        inputs.put(Program.IMAGES, images(batch));
        inputs.put(Program.LABELS, labels(batch));
        return inputs;
    }
}
