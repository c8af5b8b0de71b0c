package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The p-norm of square windows and its gradient, a vector of channels at a time. Formulas:
 * {@link dev.lamina.nn.layer.LpPool}. Tensors are float32.
 */
public record NormPool(float exponent, int side, int stride, int padding) {
    private static final int MOST_PRODUCTS = 8;

    /** y [N, C, H', W'] of x [N, C, H, W], overwritten. */
    public Launch forward(Team team, BlockedTensor x, BlockedTensor y) {
        int rows = y.shape().height();
        int all = y.shape().planes() * rows;
        Team.Body body = (member, size) -> {
            int end = Team.start(all, member + 1, size);
            for (int row = Team.start(all, member, size); row < end; row++) {
                forwardRow(x, y, row / rows, row % rows);
            }
        };
        return () -> team.run(body);
    }

    /** dx [N, C, H, W] of dy [N, C, H', W'], overwritten; each pixel gathers from the windows it lies in. */
    public Launch backward(Team team, BlockedTensor x, BlockedTensor y, BlockedTensor dy, BlockedTensor dx) {
        int rows = dx.shape().height();
        int all = dx.shape().planes() * rows;
        Team.Body body = (member, size) -> {
            int end = Team.start(all, member + 1, size);
            for (int row = Team.start(all, member, size); row < end; row++) {
                backwardRow(x, y, dy, dx, row / rows, row % rows);
            }
        };
        return () -> team.run(body);
    }

    private void forwardRow(BlockedTensor x, BlockedTensor y, int plane, int i) {
        int width = x.shape().width();
        int columns = y.shape().width();
        long from = plane(x, plane);
        long to = plane(y, plane) + (long) i * columns * BYTES;
        int top = Math.max(0, i * stride - padding);
        int bottom = Math.min(x.shape().height(), i * stride - padding + side);
        for (int j = 0; j < columns; j++) {
            int left = Math.max(0, j * stride - padding);
            int right = Math.min(width, j * stride - padding + side);
            long place = to + (long) j * BYTES;
            Memory.store(norm(from, width, top, bottom, left, right, place), place);
        }
    }

    /** Drawn by the largest magnitude; where that is 0, infinite or no number, it is the norm. */
    private FloatVector norm(long from, int width, int top, int bottom, int left, int right, long place) {
        FloatVector largest = FloatVector.zero(FLOATS);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                largest = largest.max(at(from, width, row, column).abs());
            }
        }
        VectorMask<Float> ordinary =
                largest.compare(VectorOperators.GT, 0f).and(largest.compare(VectorOperators.LE, Float.MAX_VALUE));
        FloatVector scale = FloatVector.broadcast(FLOATS, 1f).blend(largest, ordinary);
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum = sum.add(power(at(from, width, row, column).abs().div(scale), exponent, place));
            }
        }
        return largest.blend(scale.mul(root(sum, place)), ordinary);
    }

    private void backwardRow(BlockedTensor x, BlockedTensor y, BlockedTensor dy, BlockedTensor dx, int plane, int i) {
        int width = dx.shape().width();
        int columns = y.shape().width();
        long xs = plane(x, plane);
        long ys = plane(y, plane);
        long dys = plane(dy, plane);
        long to = plane(dx, plane) + (long) i * width * BYTES;
        int top = first(i);
        int bottom = Math.min(y.shape().height() - 1, (i + padding) / stride);
        for (int j = 0; j < width; j++) {
            FloatVector value = at(xs, width, i, j);
            int right = Math.min(columns - 1, (j + padding) / stride);
            long place = to + (long) j * BYTES;
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int row = top; row <= bottom; row++) {
                for (int column = first(j); column <= right; column++) {
                    FloatVector norm = at(ys, columns, row, column);
                    FloatVector slope = power(value.abs().div(norm), exponent - 1, place);
                    FloatVector part = at(dys, columns, row, column).mul(slope);
                    sum = sum.add(part.blend(0f, norm.compare(VectorOperators.EQ, 0f)));
                }
            }
            FloatVector signed = sum.blend(sum.neg(), value.compare(VectorOperators.LT, 0f));
            Memory.store(signed.blend(0f, value.compare(VectorOperators.EQ, 0f)), place);
        }
    }

    /** The first window that reaches a pixel. */
    private int first(int pixel) {
        return Math.max(0, Math.ceilDiv(pixel + padding - side + 1, stride));
    }

    /** @param place where the result will lie, free until then */
    private static FloatVector power(FloatVector ratio, float power, long place) {
        if (power != (int) power || power > MOST_PRODUCTS) {
            return anyPower(ratio, power, place);
        }
        FloatVector product = FloatVector.broadcast(FLOATS, 1f);
        for (int n = 0; n < (int) power; n++) {
            product = product.mul(ratio);
        }
        return product;
    }

    private FloatVector root(FloatVector sum, long place) {
        return exponent == 1 ? sum : exponent == 2 ? sum.sqrt() : anyPower(sum, 1 / exponent, place);
    }

    /**
     * A lane at a time: a vector's own power gives other bits once it is compiled than before, and a training must repeat
     * bit for bit.
     */
    private static FloatVector anyPower(FloatVector ratio, float power, long place) {
        Memory.store(ratio, place);
        for (long lane = place; lane < place + BYTES; lane += Float.BYTES) {
            Memory.set(lane, (float) StrictMath.pow(Memory.get(lane), power));
        }
        return Memory.load(place);
    }

    private static FloatVector at(long plane, int width, int row, int column) {
        return Memory.load(plane + ((long) row * width + column) * BYTES);
    }

    private static long plane(BlockedTensor tensor, int plane) {
        return tensor.address() + (long) plane * tensor.shape().planeElements() * Float.BYTES;
    }
}
