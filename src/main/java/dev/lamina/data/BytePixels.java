package dev.lamina.data;

import java.security.MessageDigest;
import java.util.Arrays;

/** Unsigned bytes, as image files hold them. */
record BytePixels(byte[][] examples) implements Pixels {
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
        return 1.0 / 255;
    }

    @Override
    public Pixels select(int[] chosen) {
        return new BytePixels(Arrays.stream(chosen).mapToObj(i -> examples[i]).toArray(byte[][]::new));
    }

    @Override
    public void copyScaled(int example, int from, int to, float scale, float shift, float[] target, int offset) {
        byte[] raw = examples[example];
        for (int i = from; i < to; i++) {
            target[offset + i] = (raw[i] & 0xff) * scale + shift;
        }
    }

    @Override
    public void addMoments(int example, int from, int to, double[] sums) {
        byte[] raw = examples[example];
        long sum = 0;
        long squares = 0;
        for (int i = from; i < to; i++) {
            int value = raw[i] & 0xff;
            sum += value;
            squares += (long) value * value;
        }
        sums[0] += sum / 255.0;
        sums[1] += squares / (255.0 * 255.0);
    }

    @Override
    public void updateDigest(int example, MessageDigest digest) {
        digest.update(examples[example]);
    }
}
