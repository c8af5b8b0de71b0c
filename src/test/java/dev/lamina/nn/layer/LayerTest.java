package dev.lamina.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.ShapeException;
import dev.lamina.nn.StateSpec;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerTest {
    private static final int SAMPLES = 2000;

    /** Counts the window positions whose last tap lies inside the padded input. */
    private static int countWindows(int length, int kernel, int stride, int padding, int dilation) {
        int count = 0;
        for (int start = -padding; start + dilation * (kernel - 1) < length + padding; start += stride) {
            count++;
        }
        return count;
    }

    @Test
    void aConvolutionHasAsManyOutputsAsWindowsFit() {
        RandomGenerator random = new Seeds(2).stream("convolutions");
        int refused = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int kernel = random.nextInt(1, 8);
            int stride = random.nextInt(1, 5);
            int padding = random.nextInt(0, 4);
            int dilation = random.nextInt(1, 4);
            Shape input = Shape.of(4, random.nextInt(1, 20), random.nextInt(1, 20));
            int height = countWindows(input.axis(1), kernel, stride, padding, dilation);
            int width = countWindows(input.axis(2), kernel, stride, padding, dilation);
            Conv2d conv = new Conv2d(6, kernel, stride, padding, dilation, 2, false);
            if (height == 0 || width == 0) {
                refused++;
                assertThrows(ShapeException.class, () -> conv.outputShape(List.of(input)));
            } else {
                assertEquals(Shape.of(6, height, width), conv.outputShape(List.of(input)), conv + " on " + input);
            }
        }
        assertTrue(refused > 50 && refused < SAMPLES / 2, refused + " of the samples did not fit");
    }

    @Test
    void aPoolHasAsManyOutputsAsWindowsFit() {
        RandomGenerator random = new Seeds(3).stream("pools");
        for (int i = 0; i < SAMPLES; i++) {
            int kernel = random.nextInt(1, 6);
            int stride = random.nextInt(1, 5);
            int padding = random.nextInt(0, kernel / 2 + 1);
            Shape input = Shape.of(3, random.nextInt(5, 20), random.nextInt(5, 20));
            Shape expected = Shape.of(
                    3,
                    countWindows(input.axis(1), kernel, stride, padding, 1),
                    countWindows(input.axis(2), kernel, stride, padding, 1));
            assertEquals(expected, new MaxPool(kernel, stride, padding).outputShape(List.of(input)));
            assertEquals(expected, new AveragePool(kernel, stride, padding).outputShape(List.of(input)));
        }
    }

    @Test
    void aSameConvolutionKeepsThePlane() {
        for (int kernel : new int[] {1, 3, 5, 7}) {
            assertEquals(Shape.of(8, 9, 13), Conv2d.same(8, kernel, 1).outputShape(List.of(Shape.of(3, 9, 13))));
        }
    }

    /** Walks every output, kernel tap and channel of the group once. */
    @Test
    void aConvolutionCountsItsMultiplyAddsIncludingThoseOnTheBorder() {
        Conv2d conv = new Conv2d(6, 3, 2, 1, 1, 3, false);
        Shape input = Shape.of(9, 7, 5);
        Shape output = conv.outputShape(List.of(input));
        long count = 0;
        for (int o = 0; o < 6; o++) {
            int group = o / 2;
            for (int channel = 3 * group; channel < 3 * group + 3; channel++) {
                count += 9L * output.axis(1) * output.axis(2);
            }
        }
        assertEquals(count, conv.multiplyAdds(List.of(input)));
    }

    @Test
    void aGroupedConvolutionHasWeightsForItsGroupOnly() {
        List<ParameterSpec> specs = new Conv2d(6, 5, 1, 2, 1, 3, true).parameters(List.of(Shape.of(9, 8, 8)));
        assertEquals(Shape.of(6, 3, 5, 5), specs.getFirst().shape());
        assertEquals(75, specs.getFirst().fanIn());
        assertEquals(50, specs.getFirst().fanOut());
        assertEquals(ParameterRole.BIAS, specs.get(1).role());
        assertEquals(Shape.of(6), specs.get(1).shape());
    }

    @Test
    void aLinearLayerMapsFeatureVectors() {
        Linear linear = new Linear(7, true);
        List<Shape> input = List.of(Shape.of(5));
        assertEquals(Shape.of(7), linear.outputShape(input));
        assertEquals(35, linear.multiplyAdds(input));
        assertEquals(
                List.of(Shape.of(7, 5), Shape.of(7)),
                linear.parameters(input).stream().map(ParameterSpec::shape).toList());
        assertEquals(1, new Linear(7, false).parameters(input).size());
        assertThrows(ShapeException.class, () -> linear.outputShape(List.of(Shape.of(5, 1, 1))));
    }

    @Test
    void aBatchNormKeepsShapeAndStatisticsForEachChannel() {
        List<Shape> input = List.of(Shape.of(5, 3, 2));
        assertEquals(Shape.of(5, 3, 2), BatchNorm.DEFAULT.outputShape(input));
        assertEquals(
                List.of(1.0, 0.0),
                BatchNorm.DEFAULT.parameters(input).stream()
                        .map(ParameterSpec::constant)
                        .toList());
        assertEquals(
                List.of(new StateSpec("runningMean", Shape.of(5), 0), new StateSpec("runningVariance", Shape.of(5), 1)),
                BatchNorm.DEFAULT.state(input));
        assertEquals(Shape.of(8), BatchNorm.DEFAULT.outputShape(List.of(Shape.of(8))));
    }

    @Test
    void anActivationHasParametersForTheLayerOrForEachChannel() {
        List<Shape> input = List.of(Shape.of(5, 3, 2));
        List<ParameterSpec> shared = new ActivationLayer(new Prelu(0.25, Sharing.LAYER)).parameters(input);
        assertEquals(
                List.of(Shape.of(1)), shared.stream().map(ParameterSpec::shape).toList());
        List<ParameterSpec> own = new ActivationLayer(new Mpelu(0.5, 2, Sharing.CHANNEL, 5, 1)).parameters(input);
        assertEquals(
                List.of("alpha", "beta"), own.stream().map(ParameterSpec::name).toList());
        assertEquals(
                List.of(Shape.of(5), Shape.of(5)),
                own.stream().map(ParameterSpec::shape).toList());
        assertEquals(
                List.of(0.5, 2.0), own.stream().map(ParameterSpec::constant).toList());
    }

    @Test
    void concatenationSumsChannelsAndAdditionKeepsThem() {
        List<Shape> equal = List.of(Shape.of(3, 4, 5), Shape.of(3, 4, 5), Shape.of(3, 4, 5));
        assertEquals(Shape.of(9, 4, 5), new Concatenate().outputShape(equal));
        assertEquals(Shape.of(3, 4, 5), new Add().outputShape(equal));
        List<Shape> channelsDiffer = List.of(Shape.of(3, 4, 5), Shape.of(2, 4, 5));
        assertEquals(Shape.of(5, 4, 5), new Concatenate().outputShape(channelsDiffer));
        assertThrows(ShapeException.class, () -> new Add().outputShape(channelsDiffer));
        List<Shape> planesDiffer = List.of(Shape.of(3, 4, 5), Shape.of(3, 5, 4));
        assertThrows(ShapeException.class, () -> new Concatenate().outputShape(planesDiffer));
        assertThrows(
                ShapeException.class, () -> new Concatenate().outputShape(List.of(Shape.of(3), Shape.of(3, 1, 1))));
    }

    @Test
    void flattenAndGlobalAveragePoolMakeVectors() {
        assertEquals(Shape.of(60), new Flatten().outputShape(List.of(Shape.of(3, 4, 5))));
        assertEquals(Shape.of(3), new GlobalAveragePool().outputShape(List.of(Shape.of(3, 4, 5))));
    }

    @Test
    void theZeroPaddedShortcutHasTheShapeOfAStridedOneByOneConvolution() {
        for (int side = 1; side < 12; side++) {
            for (int stride = 1; stride < 4; stride++) {
                List<Shape> input = List.of(Shape.of(3, side, side + 1));
                assertEquals(
                        Conv2d.same(8, 1, stride).outputShape(input),
                        new SubsampleZeroPad(8, stride).outputShape(input));
            }
        }
        assertThrows(ShapeException.class, () -> new SubsampleZeroPad(2, 1).outputShape(List.of(Shape.of(3, 4, 4))));
    }

    static List<Layer> planeLayers() {
        return List.of(
                Conv2d.same(4, 3, 1),
                new MaxPool(2, 2, 0),
                new AveragePool(2, 2, 0),
                new GlobalAveragePool(),
                new SubsampleZeroPad(8, 2),
                new DropBlock(2, 0.9, DropSchedule.CONSTANT));
    }

    @ParameterizedTest
    @MethodSource("planeLayers")
    void aLayerOnPlanesRefusesAVectorAndSaysWhy(Layer layer) {
        String message = assertThrows(ShapeException.class, () -> layer.outputShape(List.of(Shape.of(64))))
                .getMessage();
        assertEquals("needs a feature map channels×height×width, got 64; connect it before the flatten", message);
    }

    @Test
    void aLinearScheduleDropsMoreAndMore() {
        DropBlock linear = new DropBlock(7, 0.8, DropSchedule.LINEAR);
        assertEquals(1, linear.keepProbability(0));
        assertEquals(0.9, linear.keepProbability(0.5), 1e-15);
        assertEquals(0.8, linear.keepProbability(1), 1e-15);
        assertEquals(0.8, new DropBlock(7, 0.8, DropSchedule.CONSTANT).keepProbability(0));
    }

    @Test
    void aPoolPaddedByMoreThanHalfItsWindowIsRefused() {
        List<Shape> input = List.of(Shape.of(3, 8, 8));
        assertThrows(ShapeException.class, () -> new MaxPool(3, 1, 2).outputShape(input));
        assertThrows(ShapeException.class, () -> new AveragePool(2, 1, 2).outputShape(input));
        assertEquals(Shape.of(3, 9, 9), new MaxPool(2, 1, 1).outputShape(input));
    }
}
