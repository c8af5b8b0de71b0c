package dev.lamina.backend.cases;

import dev.lamina.backend.Precision;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Convolutions every backend must agree on with the reference. */
public final class ConvolutionContract {
    /** Input and output channels, on both sides of a block of 16. */
    private static final int[][] CHANNELS = {{3, 16}, {16, 16}, {16, 17}, {17, 5}, {5, 32}, {32, 32}, {32, 3}};

    /** Fewer channels than a block on one side or both, or a few more. */
    private static final int[][] NARROW = {{1, 6}, {6, 16}, {8, 8}, {12, 5}, {17, 24}};

    private static final int[][] PLANES = {{1, 1}, {5, 7}, {8, 8}};

    private final Precision precision;
    private final List<OperationCase> cases = new ArrayList<>();

    private ConvolutionContract(Precision precision) {
        this.precision = precision;
    }

    /** All cases, with values that the precision holds exactly. */
    public static List<OperationCase> all(Precision precision) {
        var contract = new ConvolutionContract(precision);
        contract.smallPlanes();
        contract.largePlanes();
        contract.groupsAndDilation();
        contract.narrowFeatures();
        contract.tinyMaps();
        return contract.cases;
    }

    private void smallPlanes() {
        for (int kernelSize : new int[] {1, 3, 5}) {
            for (int stride : new int[] {1, 2}) {
                for (int[] plane : PLANES) {
                    for (int[] channels : CHANNELS) {
                        int batch = cases.size() % 2 == 0 ? 3 : 1;
                        Shape x = Shape.of(batch, channels[0], plane[0], plane[1]);
                        add(x, channels[1], ConvolutionCases.same(kernelSize, stride));
                    }
                }
            }
        }
    }

    private void largePlanes() {
        add(Shape.of(1, 3, 32, 32), 16, ConvolutionCases.same(3, 1));
        add(Shape.of(3, 16, 32, 32), 16, ConvolutionCases.same(3, 1));
        add(Shape.of(1, 16, 32, 32), 32, ConvolutionCases.same(3, 2));
        add(Shape.of(1, 16, 32, 32), 32, ConvolutionCases.same(1, 2));
        add(Shape.of(1, 5, 32, 32), 17, ConvolutionCases.same(5, 1));
        add(Shape.of(1, 32, 32, 32), 16, ConvolutionCases.same(1, 1));
    }

    private void groupsAndDilation() {
        add(Shape.of(3, 16, 8, 8), 16, new Window(3, 1, 1, 1, 16));
        add(Shape.of(1, 32, 8, 8), 32, new Window(3, 1, 1, 1, 2));
        add(Shape.of(3, 6, 5, 7), 9, new Window(3, 2, 1, 1, 3));
        add(Shape.of(1, 5, 8, 8), 16, new Window(3, 1, 2, 2, 1));
        add(Shape.of(3, 16, 8, 8), 16, new Window(3, 1, 2, 2, 1));
        add(Shape.of(1, 16, 8, 8), 17, new Window(3, 1, 0, 1, 1));
        add(Shape.of(1, 16, 5, 7), 32, new Window(3, 1, 2, 1, 1));
        add(Shape.of(1, 3, 8, 8), 5, new Window(2, 2, 0, 1, 1));
    }

    private void narrowFeatures() {
        for (int[] channels : NARROW) {
            for (Window window : List.of(
                    ConvolutionCases.same(3, 1),
                    ConvolutionCases.same(3, 2),
                    ConvolutionCases.same(1, 2),
                    new Window(5, 1, 0, 1, 1),
                    new Window(3, 1, 2, 2, 1))) {
                addFeatures(Shape.of(3, channels[0], 9, 8), channels[1], window);
            }
        }
        addFeatures(Shape.of(3, 6, 9, 8), 6, new Window(3, 1, 1, 1, 6));
        addFeatures(Shape.of(1, 6, 9, 8), 12, new Window(5, 1, 2, 1, 6));
        addFeatures(Shape.of(3, 12, 9, 8), 6, new Window(3, 1, 1, 1, 3));
        addFeatures(Shape.of(3, 32, 9, 8), 64, new Window(3, 2, 1, 1, 4));
        addFeatures(Shape.of(1, 17, 9, 8), 34, new Window(3, 1, 2, 2, 17));
    }

    /** 2×2 maps of many channels, where most taps lie on the padding; one of three with a bias. */
    private void tinyMaps() {
        for (int batch : new int[] {1, 3, 5}) {
            add(Shape.of(batch, 64, 2, 2), 80, ConvolutionCases.same(3, 1));
        }
    }

    private void add(Shape x, int outputs, Window window) {
        Bias bias = cases.size() % 3 == 0 ? Bias.WITH : Bias.WITHOUT;
        cases.add(ConvolutionCases.of(
                Draw.of(precision, "convolution contract", cases.size()), x, outputs, window, bias));
    }

    private void addFeatures(Shape x, int outputs, Window window) {
        Bias bias = cases.size() % 3 == 0 ? Bias.WITH : Bias.WITHOUT;
        cases.add(ConvolutionCases.ofFeatures(
                Draw.of(precision, "convolution contract", cases.size()), x, outputs, window, bias));
    }
}
