package dev.lamina.data;

import dev.lamina.tensor.Shape;
import java.util.Arrays;

/** One image inside a batch's array, for augmentations to change in place. Reused from image to image, one thread. */
public final class BatchImage implements Placeable {
    private final int channels;
    private final int height;
    private final int width;
    private final float[] black;
    private float[] values = {};
    private int offset;

    BatchImage(Shape exampleShape, float[] black) {
        this.channels = exampleShape.axis(0);
        this.height = exampleShape.axis(1);
        this.width = exampleShape.axis(2);
        this.black = black;
    }

    void moveTo(float[] batch, int imageOffset) {
        values = batch;
        offset = imageOffset;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /** Sets a box of every channel to 0. */
    void clear(Span rows, Span columns) {
        for (int c = 0; c < channels; c++) {
            for (int row = rows.start(); row < rows.end(); row++) {
                int start = offset + (c * height + row) * width;
                Arrays.fill(values, start + columns.start(), start + columns.end(), 0);
            }
        }
    }

    @Override
    public void shift(int down, int right) {
        if (down == 0 && right == 0) {
            return;
        }
        for (int c = 0; c < channels; c++) {
            int plane = offset + c * height * width;
            // Rows are copied in the order that never overwrites one still to be read.
            for (int k = 0; k < height; k++) {
                int row = down > 0 ? height - 1 - k : k;
                fillRow(plane + row * width, row - down, plane, right, black[c]);
            }
        }
    }

    private void fillRow(int target, int sourceRow, int plane, int right, float blackValue) {
        int kept = width - Math.abs(right);
        if (sourceRow < 0 || sourceRow >= height || kept <= 0) {
            Arrays.fill(values, target, target + width, blackValue);
            return;
        }
        int source = plane + sourceRow * width;
        System.arraycopy(values, source + Math.max(0, -right), values, target + Math.max(0, right), kept);
        if (right > 0) {
            Arrays.fill(values, target, target + right, blackValue);
        } else {
            Arrays.fill(values, target + kept, target + width, blackValue);
        }
    }

    @Override
    public void mirror() {
        for (int row = 0; row < channels * height; row++) {
            int left = offset + row * width;
            int right = left + width - 1;
            while (left < right) {
                float value = values[left];
                values[left++] = values[right];
                values[right--] = value;
            }
        }
    }
}
