package dev.lamina.backend.cases;

import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Convolutions with both adjoints. */
public final class ConvolutionCases {
    private ConvolutionCases() {}

    /** A convolution of x [N, C, H, W], handed in, to the given output channels. */
    public static OperationCase of(Draw draw, Shape x, int outputs, Window window, Bias bias) {
        var builder = new CaseBuilder("convolution " + words(x, outputs, window, bias));
        Value xv = builder.input("x", x, draw.normal(x));
        return of(builder, draw, xv, xv, outputs, window, bias);
    }

    /** The same of a value that the program has computed, which a backend may keep in another layout than what it is handed. */
    public static OperationCase ofFeatures(Draw draw, Shape x, int outputs, Window window, Bias bias) {
        var builder = new CaseBuilder("convolution of features " + words(x, outputs, window, bias));
        Value xv = builder.input("x", x, draw.normal(x));
        Value features = builder.hidden("features", x);
        builder.add(new ElementOperation.Reshape("features", xv, features));
        return of(builder, draw, xv, features, outputs, window, bias);
    }

    private static String words(Shape x, int outputs, Window window, Bias bias) {
        return x + " to " + outputs + ", " + window + bias.words();
    }

    /** {@code read} holds x. */
    private static OperationCase of(
            CaseBuilder builder, Draw draw, Value xv, Value read, int outputs, Window window, Bias bias) {
        Shape x = xv.shape();
        Shape weights = Shape.of(outputs, x.axis(1) / window.groups(), window.kernelSize(), window.kernelSize());
        Shape y = Shape.of(x.axis(0), outputs, windows(window, x.axis(2)), windows(window, x.axis(3)));
        Value wv = builder.parameter("w", weights, draw.normal(weights));
        Optional<Value> bv = bias.of(builder, draw, outputs);
        Value yv = builder.output("y", y);
        Value dy = builder.input("dy", y, draw.normal(y));
        builder.add(new ConvolutionOperation.Forward("conv", window, read, wv, bv, yv));
        builder.objective(yv, List.of(dy));
        builder.add(new ConvolutionOperation.BackwardWeights(
                "conv", window, read, dy, builder.gradient(wv), bv.map(builder::gradient)));
        builder.add(new ConvolutionOperation.BackwardData("conv", window, dy, wv, builder.gradient(xv)));

        int area = window.kernelSize() * window.kernelSize();
        int pixels = y.axis(0) * y.axis(2) * y.axis(3);
        Map<String, Integer> terms = new HashMap<>(
                Map.of("y", area * weights.axis(1) + 1, "d:x", area * outputs / window.groups(), "d:w", pixels));
        bv.ifPresent(_ -> terms.put("d:bias", pixels));
        return builder.build(Rounding.ofProducts(terms));
    }

    /** A convolution of 3 channels with weights for 4. */
    public static Program misfit(String layer) {
        var builder = new CaseBuilder("misfit");
        Value x = builder.input("x", Shape.of(1, 3, 8, 8), new double[0]);
        Value w = builder.parameter("w", Shape.of(16, 4, 3, 3), new double[0]);
        Value y = builder.output("y", Shape.of(1, 16, 8, 8));
        builder.add(new ConvolutionOperation.Forward(layer, same(3, 1), x, w, Optional.empty(), y));
        return builder.build(Rounding.exact()).program();
    }

    /** A square kernel that keeps the plane at stride 1. */
    public static Window same(int kernelSize, int stride) {
        return new Window(kernelSize, stride, kernelSize / 2, 1, 1);
    }

    private static int windows(Window window, int length) {
        return (length + 2 * window.padding() - window.dilation() * (window.kernelSize() - 1) - 1) / window.stride()
                + 1;
    }
}
