package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.onednn.Geometry;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;

/** The shapes of a convolution: x [N, C, H, W], weights [O, C / groups, k, k], y [N, O, H', W']. */
record ConvolutionShape(Window window, Shape x, Shape weights, Shape y) {
    static ConvolutionShape of(ConvolutionOperation operation) {
        return switch (operation) {
            case ConvolutionOperation.Forward op ->
                new ConvolutionShape(
                        op.window(), op.x().shape(), op.w().shape(), op.y().shape());
            case ConvolutionOperation.BackwardData op ->
                new ConvolutionShape(
                        op.window(), op.dx().shape(), op.w().shape(), op.dy().shape());
            case ConvolutionOperation.BackwardWeights op ->
                new ConvolutionShape(
                        op.window(), op.x().shape(), op.dw().shape(), op.dy().shape());
        };
    }

    int inputChannels() {
        return x.axis(1);
    }

    int outputChannels() {
        return y.axis(1);
    }

    Geometry geometry() {
        return new Geometry(
                Geometry.Pair.of(window.stride()),
                Geometry.Pair.of(window.dilation()),
                Geometry.Pair.of(window.padding()),
                Geometry.Pair.of(window.padding()));
    }

    /** The weights' lengths as oneDNN wants them: [O, C, k, k], or [groups, O / groups, C / groups, k, k]. */
    long[] weightLengths() {
        int groups = window.groups();
        int side = window.kernelSize();
        return groups == 1
                ? new long[] {outputChannels(), inputChannels(), side, side}
                : new long[] {groups, outputChannels() / groups, inputChannels() / groups, side, side};
    }

    /** Whether some tap of the kernel lies on the padding wherever the window stands, so that its gradient is 0. */
    boolean hasIdleTaps() {
        return hasIdleTaps(x.axis(2), y.axis(2)) || hasIdleTaps(x.axis(3), y.axis(3));
    }

    private boolean hasIdleTaps(int length, int windows) {
        for (int tap = 0; tap < window.kernelSize(); tap++) {
            int first = tap * window.dilation() - window.padding();
            boolean idle = true;
            for (int i = 0; i < windows && idle; i++) {
                int pixel = first + i * window.stride();
                idle = pixel < 0 || pixel >= length;
            }
            if (idle) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is a plain 3×3 convolution of stride 1 that keeps the plane. */
    boolean keepsPlaneWithThreeByThree() {
        return window.equals(new Window(3, 1, 1, 1, 1));
    }
}
