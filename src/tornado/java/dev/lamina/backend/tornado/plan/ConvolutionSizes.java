package dev.lamina.backend.tornado.plan;

import dev.lamina.program.Value;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;

/** Sizes of a convolution of x [batch, inputs, height, width] to y [batch, outputs, rows, columns]. */
record ConvolutionSizes(
        int batch, int inputs, int height, int width, int outputs, int rows, int columns, Window window) {
    static ConvolutionSizes of(Window window, Value x, Value y) {
        Shape in = x.shape();
        Shape out = y.shape();
        return new ConvolutionSizes(
                in.axis(0), in.axis(1), in.axis(2), in.axis(3), out.axis(1), out.axis(2), out.axis(3), window);
    }
}
