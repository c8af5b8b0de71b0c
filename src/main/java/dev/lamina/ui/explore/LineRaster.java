package dev.lamina.ui.explore;

import dev.lamina.figure.ColorRamp;
import java.awt.Color;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Lines of parallel coordinates as densities: each adds its color to the pixels it passes, column by column, and a tone curve
 * makes a picture of the sums. Since it is additive, lines that enter or leave are added or taken away alone. Not thread-safe.
 */
final class LineRaster {
    /** Of several lines over each other, how fast they become opaque: one alone has 1 − e^−k. */
    private static final double FOCUS_OPACITY = 0.9;

    private static final double CONTEXT_OPACITY = 0.12;
    private static final int TONES = 256;
    private static final int CHANNELS = 4;

    private final int width;
    private final int height;
    private final double[] axisPlaces;
    private final double[][] units;
    private final float[] context;
    private final float[] focus;
    private final int[] colors;
    private BitSet shown = new BitSet();

    /**
     * @param axisPlaces x of each axis in pixels, ascending
     * @param units by axis and row, from 0 at the lower end to 1; NaN for nothing there
     * @param colors 0xRRGGBB of each row
     */
    LineRaster(int width, int height, double[] axisPlaces, double[][] units, int[] colors) {
        this.width = width;
        this.height = height;
        this.axisPlaces = axisPlaces.clone();
        this.units = units.clone();
        this.colors = colors.clone();
        context = new float[width * height];
        focus = new float[width * height * CHANNELS];
    }

    /** The rows that stay in the background, once. */
    void setContext(BitSet rows) {
        Arrays.fill(context, 0);
        rows.stream().forEach(row -> trace(row, (pixel, weight) -> context[pixel] += weight));
    }

    /** The rows in front: those that changed are added or taken away, or all drawn anew where that is less. */
    void setFocus(BitSet rows) {
        BitSet changed = (BitSet) rows.clone();
        changed.xor(shown);
        if (changed.cardinality() > rows.cardinality()) {
            Arrays.fill(focus, 0);
            rows.stream().forEach(row -> add(row, 1));
        } else {
            changed.stream().forEach(row -> add(row, rows.get(row) ? 1 : -1));
        }
        shown = (BitSet) rows.clone();
    }

    private void add(int row, float sign) {
        int color = colors[row];
        float red = sign * (color >> 16 & 0xFF);
        float green = sign * (color >> 8 & 0xFF);
        float blue = sign * (color & 0xFF);
        trace(row, (pixel, weight) -> {
            int at = pixel * CHANNELS;
            focus[at] += weight * red;
            focus[at + 1] += weight * green;
            focus[at + 2] += weight * blue;
            focus[at + 3] += weight * sign;
        });
    }

    /** Where a line passes and how much of the pixel it covers. */
    private interface Ink {
        void on(int pixel, float weight);
    }

    private void trace(int row, Ink ink) {
        for (int axis = 0; axis + 1 < axisPlaces.length; axis++) {
            double from = units[axis][row];
            double to = units[axis + 1][row];
            if (!Double.isNaN(from) && !Double.isNaN(to)) {
                segment(axisPlaces[axis], y(from), axisPlaces[axis + 1], y(to), ink);
            }
        }
    }

    private double y(double unit) {
        return (1 - unit) * (height - 1);
    }

    private void segment(double x0, double y0, double x1, double y1, Ink ink) {
        double slope = (y1 - y0) / (x1 - x0);
        double half = Math.max(0.5, Math.abs(slope) / 2);
        int last = Math.min(width - 1, (int) x1);
        for (int x = Math.max(0, (int) Math.ceil(x0)); x <= last; x++) {
            double middle = y0 + slope * (x - x0);
            double low = middle - half;
            double high = middle + half;
            int first = Math.max(0, (int) Math.floor(low + 0.5));
            int end = Math.min(height - 1, (int) Math.floor(high + 0.5));
            for (int y = first; y <= end; y++) {
                double cover = Math.min(high, y + 0.5) - Math.max(low, y - 0.5);
                if (cover > 0) {
                    ink.on(y * width + x, (float) cover);
                }
            }
        }
    }

    /** Writes premultiplied 0xAARRGGBB pixels: context in one gray, what is in front in its colors over it. */
    void paint(int[] pixels, Color gray) {
        float[] contextTones = tones(CONTEXT_OPACITY);
        float[] focusTones = tones(FOCUS_OPACITY);
        for (int i = 0; i < context.length; i++) {
            float weight = focus[i * CHANNELS + 3];
            float front = weight > 1e-3f ? tone(focusTones, weight) : 0;
            float back = tone(contextTones, context[i]) * (1 - front);
            if (front + back <= 0) {
                pixels[i] = 0;
                continue;
            }
            float scale = front > 0 ? front / weight : 0;
            int red = clamped(focus[i * CHANNELS] * scale + gray.getRed() * back);
            int green = clamped(focus[i * CHANNELS + 1] * scale + gray.getGreen() * back);
            int blue = clamped(focus[i * CHANNELS + 2] * scale + gray.getBlue() * back);
            pixels[i] = clamped((front + back) * 255) << 24 | red << 16 | green << 8 | blue;
        }
    }

    private static int clamped(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** 1 − e^(−k w) for weights in steps of 1/16. */
    private static float[] tones(double opacity) {
        float[] tones = new float[TONES];
        for (int i = 0; i < TONES; i++) {
            tones[i] = (float) (1 - Math.exp(-opacity * i / 16));
        }
        return tones;
    }

    private static float tone(float[] tones, float weight) {
        float place = Math.clamp(weight * 16, 0, TONES - 2);
        int below = (int) place;
        return tones[below] + (place - below) * (tones[below + 1] - tones[below]);
    }

    /** 0xRRGGBB of a place on a ramp; gray for nothing there. */
    static int color(ColorRamp ramp, double unit, Color none) {
        Color color = Double.isNaN(unit) ? none : ramp.at(unit);
        return color.getRGB() & 0xFFFFFF;
    }
}
