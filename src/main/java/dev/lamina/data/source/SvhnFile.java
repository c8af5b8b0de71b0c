package dev.lamina.data.source;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.util.Arrays;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * SVHN's format 2: a MATLAB 5 file with X, unsigned bytes [32, 32, 3, N] in column-major order, and y [N, 1], where
 * the label 10 stands for the digit 0. Source: http://ufldl.stanford.edu/housenumbers/.
 */
record SvhnFile(DataCard card, SourceFile file) {
    private static final int SIDE = 32;
    private static final int CHANNELS = 3;

    LabeledImages images() {
        try (MatFile content = Mat5.newReader(Sources.wrap(file.content())).readMat()) {
            return images(content.getMatrix("X"), content.getMatrix("y"));
        } catch (BadInputException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The reader answers damaged bytes with whatever exception they lead to, and believes every length.
            throw file.damaged(card, Message.of("data.noMatFile", String.valueOf(e.getMessage())));
        }
    }

    private LabeledImages images(Matrix images, Matrix labels) {
        int[] dimensions = images.getDimensions();
        int count = dimensions[dimensions.length - 1];
        if (count == 0
                || !Arrays.equals(dimensions, new int[] {SIDE, SIDE, CHANNELS, count})
                || labels.getNumElements() != count) {
            throw file.damaged(
                    card, Message.of("data.otherMatShape", Arrays.toString(dimensions), labels.getNumElements()));
        }
        return new LabeledImages(labels(labels), pixels(images, count), file.provenance());
    }

    private int[] labels(Matrix labels) {
        int[] digits = new int[labels.getNumElements()];
        for (int i = 0; i < digits.length; i++) {
            int label = labels.getInt(i);
            if (label < 1 || label > 10) {
                throw file.damaged(card, Message.of("data.labelOutside", i + 1, label, 1, 10));
            }
            digits[i] = label % 10;
        }
        return digits;
    }

    private static byte[][] pixels(Matrix images, int count) {
        byte[][] pixels = new byte[count][CHANNELS * SIDE * SIDE];
        int at = 0;
        for (byte[] image : pixels) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int column = 0; column < SIDE; column++) {
                    for (int row = 0; row < SIDE; row++) {
                        image[(channel * SIDE + row) * SIDE + column] = images.getByte(at++);
                    }
                }
            }
        }
        return pixels;
    }
}
