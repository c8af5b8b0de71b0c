package dev.lamina.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.graph.preset.Plain;
import dev.lamina.graph.preset.PreActResNet;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.He;
import dev.lamina.nn.init.MpeluGaussian;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializationTest {
    private static final SoftmaxHead HEAD = new SoftmaxHead(true, 0);
    private static final Shape IMAGE = Shape.of(3, 8, 8);
    private static final He HE = new He(FanMode.FAN_IN);

    private static ResolvedNetwork network(NetworkGraph graph) {
        return NetworkResolver.resolve(graph, IMAGE, 10).orThrow();
    }

    private static NetworkGraph resNet8(Activation activation) {
        return new CifarResNet(8, 4, Shortcut.PROJECTION).graph(activation, HEAD);
    }

    @Test
    void everyParameterAndStateGetsAValueOfItsShape() {
        ResolvedNetwork network = network(resNet8(new Prelu(0.25, Sharing.CHANNEL)));
        Map<String, HostTensor> values = Initialization.draw(network, HE, new Seeds(1));
        List<String> names = new ArrayList<>();
        for (NamedParameter parameter : network.parameters()) {
            names.add(parameter.name());
            assertEquals(parameter.spec().shape(), values.get(parameter.name()).shape());
        }
        network.state().forEach(state -> names.add(state.name()));
        assertEquals(names, List.copyOf(values.keySet()));
    }

    @Test
    void whatIsNotDrawnStartsFromItsConstant() {
        Map<String, HostTensor> values =
                Initialization.draw(network(resNet8(new Mpelu(0.5, 2, Sharing.CHANNEL, 5, 1))), HE, new Seeds(1));
        assertAll(1, values, "stem/norm.scale");
        assertAll(0, values, "stem/norm.shift");
        assertAll(0, values, "stem/norm.runningMean");
        assertAll(1, values, "stem/norm.runningVariance");
        assertAll(0.5f, values, "stem/activation.alpha");
        assertAll(2, values, "stem/activation.beta");
        assertAll(0, values, "head/logits.bias");
    }

    private static void assertAll(float expected, Map<String, HostTensor> values, String name) {
        float[] found = values.get(name).values();
        float[] wanted = new float[found.length];
        Arrays.fill(wanted, expected);
        assertArrayEquals(wanted, found, name);
    }

    @Test
    void aWeightDependsOnSeedAndNameAlone() {
        Map<String, HostTensor> shallow = Initialization.draw(network(resNet8(new Relu())), HE, new Seeds(1));
        Map<String, HostTensor> deep = Initialization.draw(
                network(new CifarResNet(14, 4, Shortcut.PROJECTION).graph(new Elu(1), HEAD)), HE, new Seeds(1));
        Map<String, HostTensor> otherSeed = Initialization.draw(network(resNet8(new Relu())), HE, new Seeds(2));
        String name = "stage2/block1/conv2.weight";
        assertArrayEquals(shallow.get(name).values(), deep.get(name).values());
        assertFalse(
                Arrays.equals(shallow.get(name).values(), otherSeed.get(name).values()));
        assertFalse(Arrays.equals(
                shallow.get(name).values(),
                shallow.get("stage2/block1/conv1.weight").values()));
    }

    private static List<Double> weightSlopes(ResolvedNetwork network, FanMode mode) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            ResolvedLayer layer = network.layers().get(i);
            if (layer.layer().parameters(layer.inputShapes()).stream()
                    .anyMatch(spec -> spec.name().equals("weight"))) {
                slopes.add(NegativeSlopes.of(network, mode).get(i));
            }
        }
        return slopes;
    }

    @Test
    void everyWeightLayerOfAResidualNetworkSeesItsActivation() {
        Prelu prelu = new Prelu(0.25, Sharing.CHANNEL);
        for (NetworkGraph graph :
                List.of(resNet8(prelu), new PreActResNet(18, 4, Shortcut.PROJECTION).graph(prelu, HEAD))) {
            for (FanMode mode : FanMode.values()) {
                List<Double> slopes = weightSlopes(network(graph), mode);
                assertEquals(Collections.nCopies(slopes.size(), 0.25), slopes);
            }
        }
    }

    @Test
    void forwardTheActivationBeforeALayerCountsAndBackwardTheOneBehindIt() {
        NetworkGraph graph = new SequentialGraph()
                .then("flatten", new Flatten())
                .then("linear1", new Linear(4, false))
                .then("prelu", new ActivationLayer(new Prelu(0.5, Sharing.LAYER)))
                .then("linear2", new Linear(4, false))
                .then("elu", new ActivationLayer(new Elu(0.25)))
                .then("linear3", new Linear(4, false))
                .head(HEAD);
        assertEquals(List.of(0.5, 0.5, 0.25, 1.0), weightSlopes(network(graph), FanMode.FAN_IN));
        assertEquals(List.of(0.5, 0.25, 0.25, 1.0), weightSlopes(network(graph), FanMode.FAN_OUT));
        assertEquals(List.of(0.5, Math.sqrt(0.15625), 0.25, 1.0), weightSlopes(network(graph), FanMode.AVERAGE));
    }

    @Test
    void mpelusRuleDrawsHesWeightsThroughoutAReluNetwork() {
        ResolvedNetwork network = network(new Mlp(List.of(20, 20), true).graph(new Relu(), HEAD));
        Map<String, HostTensor> he = Initialization.draw(network, HE, new Seeds(3));
        Map<String, HostTensor> mpelu = Initialization.draw(network, new MpeluGaussian(FanMode.FAN_IN), new Seeds(3));
        he.forEach((name, tensor) ->
                assertArrayEquals(tensor.values(), mpelu.get(name).values(), name));
    }

    /** MPELU paper, eq. 22: √(2 / (k²c (1 + α²β²))), with α = 0 for ReLU, αβ = a for PReLU, α = β = 1 for ELU. */
    @ParameterizedTest
    @MethodSource("activationsWithSlopes")
    void mpelusRuleScalesEveryLayerByItsActivationAndItsFan(Activation activation, double slope) {
        ResolvedNetwork network = network(new Plain(9, 16).graph(activation, HEAD));
        for (FanMode mode : FanMode.values()) {
            Map<String, HostTensor> values = Initialization.draw(network, new MpeluGaussian(mode), new Seeds(4));
            // 32 → 64 channels, 3×3.
            double fan = 9 * (mode == FanMode.FAN_IN ? 32 : mode == FanMode.FAN_OUT ? 64 : 48);
            float[] weights = values.get("conv6.weight").values();
            double sum = 0;
            for (float weight : weights) {
                sum += (double) weight * weight;
            }
            double expected = 2 / (fan * (1 + slope * slope));
            double deviationOfMean = expected * Math.sqrt(2.0 / weights.length);
            assertEquals(expected, sum / weights.length, 4 * deviationOfMean, mode + " of " + activation);
        }
    }

    static Stream<Arguments> activationsWithSlopes() {
        return Stream.of(
                Arguments.of(new Relu(), 0),
                Arguments.of(new Prelu(0.25, Sharing.CHANNEL), 0.25),
                Arguments.of(new Elu(1), 1),
                Arguments.of(new Elu(0.5), 0.5),
                Arguments.of(new Mpelu(0.25, 2, Sharing.LAYER, 5, 1), 0.5),
                Arguments.of(Mpelu.NEAR_IDENTITY, 0.98));
    }
}
