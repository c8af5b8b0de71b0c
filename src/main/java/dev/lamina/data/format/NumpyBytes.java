package dev.lamina.data.format;

import java.io.IOException;
import java.util.Arrays;

/** An array of unsigned bytes of NumPy: the lengths of its axes, and the values in row-major order, not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record NumpyBytes(int[] axes, byte[] content) {
    /** @throws IOException unless there is a byte for each element */
    static NumpyBytes of(int[] axes, byte[] content) throws IOException {
        long product = 1;
        for (int axis : axes) {
            if (axis < 0 || product > Integer.MAX_VALUE) {
                throw new IOException("holds an array of the impossible shape " + Arrays.toString(axes));
            }
            product *= axis;
        }
        if (product != content.length) {
            throw new IOException("holds " + content.length + " bytes for an array " + Arrays.toString(axes));
        }
        return new NumpyBytes(axes, content);
    }

    /** @throws IOException unless the axes behind the first are these */
    public void checkRows(int... rowAxes) throws IOException {
        if (axes.length != rowAxes.length + 1 || !Arrays.equals(axes, 1, axes.length, rowAxes, 0, rowAxes.length)) {
            throw new IOException("holds an array " + Arrays.toString(axes) + ", not [N" + suffix(rowAxes) + "]");
        }
    }

    private static String suffix(int[] axes) {
        StringBuilder text = new StringBuilder();
        for (int axis : axes) {
            text.append(", ").append(axis);
        }
        return text.toString();
    }
}
