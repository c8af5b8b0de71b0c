package dev.lamina.data.source;

import dev.lamina.data.format.NumpyBytes;
import dev.lamina.data.format.Pickle;
import dev.lamina.data.format.PickleMachine;
import dev.lamina.message.Message;
import dev.lamina.tensor.FileFault;
import dev.lamina.tensor.FileProblem;
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
                throw new FileProblem(Message.of("data.otherPickledBatch"));
            }
            if (!(batch.get(labelsKey) instanceof List<?> labels)) {
                throw new FileProblem(Message.of("data.noList", labelsKey));
            }
            NumpyBytes data = Pickle.bytes(batch.get("data"));
            data.checkRows(CifarFile.PIXELS);
            if (labels.size() != data.axes()[0] || labels.isEmpty()) {
                throw new FileProblem(Message.of("data.labelsForImages", labels.size(), data.axes()[0]));
            }
            return new LabeledImages(labels(file, labels), pixels(data), file.provenance());
        } catch (IOException e) {
            throw file.damaged(card, FileFault.reason(e));
        }
    }

    private int[] labels(SourceFile file, List<?> given) {
        int[] labels = new int[given.size()];
        for (int i = 0; i < labels.length; i++) {
            if (!(given.get(i) instanceof Long label) || label < 0 || label >= classes) {
                throw file.damaged(card, Message.of("data.otherLabel", i + 1, classes - 1));
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
