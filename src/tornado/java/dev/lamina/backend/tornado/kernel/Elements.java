package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Adding, masking and moving elements. */
public final class Elements {
    private Elements() {}

    /** From an array of its own into the memory. */
    public static void laminaLoad(KernelContext context, FloatArray from, FloatArray m, int to, int n) {
        int i = context.globalIdx;
        if (i < n) {
            m.set(to + i, from.get(i));
        }
    }

    /** From the memory into an array of its own. */
    public static void laminaStore(KernelContext context, FloatArray m, int from, FloatArray to, int n) {
        int i = context.globalIdx;
        if (i < n) {
            to.set(i, m.get(from + i));
        }
    }

    /** y = x. */
    public static void laminaCopy(KernelContext context, FloatArray m, int x, int y, int n) {
        int i = context.globalIdx;
        if (i < n) {
            m.set(y + i, m.get(x + i));
        }
    }

    /** y = a + b; y may be a. */
    public static void laminaAdd(KernelContext context, FloatArray m, int a, int b, int y, int n) {
        int i = context.globalIdx;
        if (i < n) {
            m.set(y + i, m.get(a + i) + m.get(b + i));
        }
    }

    /** y = a ⊙ b. */
    public static void laminaMultiply(KernelContext context, FloatArray m, int a, int b, int y, int n) {
        int i = context.globalIdx;
        if (i < n) {
            m.set(y + i, m.get(a + i) * m.get(b + i));
        }
    }

    /** y = 1 where x &gt; 0, the slope elsewhere. */
    public static void laminaDrawnSlope(KernelContext context, FloatArray m, int x, int slopes, int y, int n) {
        int i = context.globalIdx;
        if (i < n) {
            m.set(y + i, m.get(x + i) > 0f ? 1f : m.get(slopes + i));
        }
    }

    /** Copies blocks that lie {@code fromStride} apart to places {@code toStride} apart; n elements in all. */
    public static void laminaCopyBlocks(
            KernelContext context, FloatArray m, int x, int fromStride, int y, int toStride, int block, int n) {
        int i = context.globalIdx;
        if (i < n) {
            int index = i / block;
            int within = i - index * block;
            m.set(y + index * toStride + within, m.get(x + index * fromStride + within));
        }
    }

    /** y [N, C + 2·offset or one more, ⌈H/stride⌉, ⌈W/stride⌉]: every stride-th pixel of x [N, C, H, W], 0 in the other channels. */
    public static void laminaSubsample(
            KernelContext context,
            FloatArray m,
            int x,
            int y,
            int stride,
            int inputs,
            int height,
            int width,
            int outputs,
            int rows,
            int columns,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int column = i % columns;
            int row = (i / columns) % rows;
            int channel = (i / (columns * rows)) % outputs - (outputs - inputs) / 2;
            int example = i / (columns * rows * outputs);
            float value = 0f;
            if (channel >= 0 && channel < inputs) {
                value = m.get(x + ((example * inputs + channel) * height + row * stride) * width + column * stride);
            }
            m.set(y + i, value);
        }
    }

    /** The adjoint of {@link #laminaSubsample}: dx [N, C, H, W]. */
    public static void laminaSubsampleBackward(
            KernelContext context,
            FloatArray m,
            int dy,
            int dx,
            int stride,
            int inputs,
            int height,
            int width,
            int outputs,
            int rows,
            int columns,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int column = i % width;
            int row = (i / width) % height;
            int channel = (i / (width * height)) % inputs + (outputs - inputs) / 2;
            int example = i / (width * height * inputs);
            float value = 0f;
            if (row % stride == 0 && column % stride == 0) {
                value = m.get(dy + ((example * outputs + channel) * rows + row / stride) * columns + column / stride);
            }
            m.set(dx + i, value);
        }
    }
}
