package dev.lamina.data.source;

import dev.lamina.data.format.NumpyBytes;
import dev.lamina.data.format.Pickle;
import dev.lamina.data.format.PickleMachine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The format of CIFAR for Python: a pickled dictionary of data, unsigned bytes [N, 3072] that are the binary version's
 * pixels, and a list of N labels.
 * Source: https://www.cs.toronto.edu/~kriz/cifar.html, "Python version".
 * @param labelsKey which list: labels for CIFAR-10, fine_labels or coarse_labels for CIFAR-100
 * @param classes how many values a label has
 */
record CifarPickle(DataCard card, String labelsKey, int classes) {
    LabeledImages parse(SourceFile file) {
        try {
            if (!(PickleMachine.read(file.content()) instanceof Map<?, ?> batch)) {
                throw new IOException("is a pickle of something else than a batch of CIFAR");
            }
            if (!(batch.get(labelsKey) instanceof List<?> labels)) {
                throw new IOException("has no list " + labelsKey);
            }
            NumpyBytes data = Pickle.bytes(batch.get("data"));
            data.checkRows(CifarFile.PIXELS);
            if (labels.size() != data.axes()[0] || labels.isEmpty()) {
                throw new IOException("has " + labels.size() + " labels for " + data.axes()[0] + " images");
            }
            return new LabeledImages(labels(file, labels), pixels(data), file.provenance());
        } catch (IOException e) {
            throw file.damaged(card, String.valueOf(e.getMessage()));
        }
    }

    private int[] labels(SourceFile file, List<?> given) {
        int[] labels = new int[given.size()];
        for (int i = 0; i < labels.length; i++) {
            if (!(given.get(i) instanceof Long label) || label < 0 || label >= classes) {
                throw file.damaged(card, "record " + (i + 1) + " has another label than one of 0 to " + (classes - 1));
            }
            labels[i] = label.intValue();
        }
        return labels;
    }

    private static byte[][] pixels(NumpyBytes data) {
        byte[][] pixels = new byte[data.axes()[0]][];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Arrays.copyOfRange(data.content(), i * CifarFile.PIXELS, (i + 1) * CifarFile.PIXELS);
        }
        return pixels;
    }
}
