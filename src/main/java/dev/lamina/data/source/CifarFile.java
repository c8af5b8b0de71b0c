package dev.lamina.data.source;

import dev.lamina.message.Message;
import java.util.Arrays;

/**
 * The binary format of CIFAR: records of label bytes and then 3·32·32 pixels, red, green and blue planes.
 * Source: https://www.cs.toronto.edu/~kriz/cifar.html, "Binary version".
 * @param labelBytes before the pixels: one for CIFAR-10, two (coarse, fine) for CIFAR-100
 * @param labelAt which of them is taken
 * @param classes how many values that label has
 */
record CifarFile(DataCard card, int labelBytes, int labelAt, int classes) {
    static final int PIXELS = 3 * 32 * 32;

    LabeledImages parse(SourceFile file) {
        byte[] content = file.content();
        int recordLength = labelBytes + PIXELS;
        if (content.length == 0 || content.length % recordLength != 0) {
            throw file.damaged(card, Message.of("data.recordLength", content.length, recordLength));
        }
        int count = content.length / recordLength;
        int[] labels = new int[count];
        byte[][] pixels = new byte[count][];
        for (int i = 0; i < count; i++) {
            int start = i * recordLength;
            labels[i] = content[start + labelAt] & 0xff;
            if (labels[i] >= classes) {
                throw file.damaged(card, Message.of("data.labelOutside", i + 1, labels[i], 0, classes - 1));
            }
            pixels[i] = Arrays.copyOfRange(content, start + labelBytes, start + recordLength);
        }
        return new LabeledImages(labels, pixels, file.provenance());
    }
}
