package dev.lamina.backend.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.NetworkCases;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.backend.cases.Outcome;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.NoPreResNet;
import dev.lamina.graph.preset.PreActCifarResNet;
import dev.lamina.graph.preset.Preset;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients in the images, test mode, where normalizations are folded into the convolutions beside them. */
class FoldedNormsTest {
    private record Named(String name, ResolvedNetwork network) {
        static Named of(String name, Preset preset, Activation activation) {
            return new Named(
                    name,
                    NetworkResolver.resolve(preset.graph(activation, new SoftmaxHead(true, 0)), Shape.of(3, 16, 16), 4)
                            .orThrow());
        }

        OperationCase gradients() {
            return NetworkCases.logitsInImages(name, network, 2);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Named PROJECTION =
            Named.of("projection", new CifarResNet(8, 16, Shortcut.PROJECTION), new Relu());
    private static final Named ZERO_PAD =
            Named.of("zero padding", new CifarResNet(8, 16, Shortcut.ZERO_PAD), new Relu());
    private static final Named ELU = Named.of("ELU", new CifarResNet(8, 16, Shortcut.ZERO_PAD), new Elu(1));

    static Stream<Named> networks() {
        return Stream.of(
                PROJECTION,
                ZERO_PAD,
                ELU,
                Named.of("sums in front", new PreActCifarResNet(11, 16, Shortcut.PROJECTION), new Relu()),
                Named.of("plain", new NoPreResNet(11, 16), new Relu()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreThoseOfTheReference(Named network) {
        OperationCase gradients = drawn(network.gradients());
        Outcome expected = Outcome.ofReference(gradients.program(), gradients.values());
        for (ConvolutionAlgorithm algorithm : List.of(ConvolutionAlgorithm.WINOGRAD, ConvolutionAlgorithm.DIRECT)) {
            try (Session session = session(algorithm)) {
                Outcome actual = Outcome.of(session, gradients);
                for (String direction : List.of("gradient/0", "gradient/1")) {
                    double error = relativeError(expected.get(direction), actual.get(direction));
                    assertTrue(error < 2e-5, algorithm + ", " + direction + ": relative error " + error);
                }
            }
        }
    }

    /** Three passes: behind the pooling, and in front of the first convolution of the two stages that begin with a stride. */
    @Test
    void aPassIsLeftOnlyWhereNoWinogradConvolutionMakesTheGradient() {
        assertEquals(2 * 3, passes(PROJECTION));
        assertEquals(2 * 3, passes(ZERO_PAD));
        assertEquals(2 * 7, passes(ELU), "of all seven normalizations");
    }

    private static long passes(Named network) {
        try (Session session = session(ConvolutionAlgorithm.WINOGRAD);
                Executable executable = session.prepare(network.gradients().program())) {
            return executable.plan().stream()
                    .filter(step -> step.operation().equals("norm inference backward"))
                    .count();
        }
    }

    private static Session session(ConvolutionAlgorithm algorithm) {
        return new CpuBackendProvider().create().open(new SessionSettings(2, Precision.F32, algorithm));
    }

    /** With scales, shifts and running statistics that differ from channel to channel. */
    private static OperationCase drawn(OperationCase gradients) {
        Random random = new Random(3);
        Map<String, double[]> others = new HashMap<>();
        gradients.values().keySet().stream().sorted().forEach(name -> {
            double[] value = gradients.values().get(name);
            if (name.endsWith(".runningVariance") || name.endsWith(".scale")) {
                others.put(name, draw(value.length, () -> 0.5 + random.nextDouble()));
            } else if (name.endsWith(".runningMean") || name.endsWith(".shift")) {
                others.put(name, draw(value.length, () -> 0.2 * random.nextGaussian()));
            }
        });
        return gradients.with(others);
    }

    private static double[] draw(int length, DoubleSupplier source) {
        double[] values = new double[length];
        Arrays.setAll(values, _ -> (float) source.getAsDouble());
        return values;
    }

    private static double relativeError(double[] expected, double[] actual) {
        double difference = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            squares += expected[i] * expected[i];
        }
        return Math.sqrt(difference / squares);
    }
}
