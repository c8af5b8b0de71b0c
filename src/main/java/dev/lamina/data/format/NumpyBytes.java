package dev.lamina.data.format;

import dev.lamina.message.Message;
import dev.lamina.tensor.FileProblem;
import java.util.Arrays;

/** An array of unsigned bytes of NumPy: the lengths of its axes, and the values in row-major order, not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record NumpyBytes(int[] axes, byte[] content) {
    /** @throws FileProblem unless there is a byte for each element */
    static NumpyBytes of(int[] axes, byte[] content) throws FileProblem {
        long product = 1;
        for (int axis : axes) {
            if (axis < 0 || product > Integer.MAX_VALUE) {
                throw new FileProblem(Message.of("data.impossibleShape", Arrays.toString(axes)));
            }
            product *= axis;
        }
        if (product != content.length) {
            throw new FileProblem(Message.of("data.otherNumpyLength", content.length, Arrays.toString(axes)));
        }
        return new NumpyBytes(axes, content);
    }

    /** @throws FileProblem unless the axes behind the first are these */
    public void checkRows(int... rowAxes) throws FileProblem {
        if (axes.length != rowAxes.length + 1 || !Arrays.equals(axes, 1, axes.length, rowAxes, 0, rowAxes.length)) {
            throw new FileProblem(Message.of("data.otherNumpyShape", Arrays.toString(axes), suffix(rowAxes)));
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
