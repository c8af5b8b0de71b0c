package dev.lamina.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/** Coordinates of points, taken as they are. */
record FloatPixels(float[][] examples) implements Pixels {
    @Override
    public int size() {
        return examples.length;
    }

    @Override
    public int length(int example) {
        return examples[example].length;
    }

    @Override
    public double unitScale() {
        return 1;
    }

    @Override
    public Pixels select(int[] chosen) {
        return new FloatPixels(Arrays.stream(chosen).mapToObj(i -> examples[i]).toArray(float[][]::new));
    }

    @Override
    public void copyScaled(int example, int from, int to, float scale, float shift, float[] target, int offset) {
        float[] raw = examples[example];
        for (int i = from; i < to; i++) {
            target[offset + i] = raw[i] * scale + shift;
        }
    }

    @Override
    public void addMoments(int example, int from, int to, double[] sums) {
        for (int i = from; i < to; i++) {
            double value = examples[example][i];
            sums[0] += value;
            sums[1] += value * value;
        }
    }

    @Override
    public void updateDigest(int example, MessageDigest digest) {
        float[] raw = examples[example];
        ByteBuffer bytes = ByteBuffer.allocate(raw.length * Float.BYTES);
        bytes.asFloatBuffer().put(raw);
        digest.update(bytes);
    }
}
