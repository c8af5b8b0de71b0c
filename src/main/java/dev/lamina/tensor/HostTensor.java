package dev.lamina.tensor;

import java.util.Arrays;

/**
 * A dense row-major tensor of float32 values in host memory. The array is shared, not copied: whoever hands one over
 * says in its own documentation whether it may still be written.
 */
public record HostTensor(Shape shape, float[] values) {
    public HostTensor {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " has " + shape.size() + " elements, the array has " + values.length);
        }
    }

    public static HostTensor zeros(Shape shape) {
        return new HostTensor(shape, new float[Math.toIntExact(shape.size())]);
    }

    public static HostTensor filled(Shape shape, float value) {
        HostTensor tensor = zeros(shape);
        Arrays.fill(tensor.values, value);
        return tensor;
    }

    /** Whether no value is NaN or infinite. */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    public static HostTensor scalar(float value) {
        return new HostTensor(Shape.of(), new float[] {value});
    }
}
