package dev.lamina.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.block.PreActivationBlock;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConstrainedLayersTest {
    private static final Shape IMAGE = Shape.of(3, 8, 8);
    private static final SoftmaxHead HEAD = new SoftmaxHead(true, 0);

    private static EqualNorm equalNorm(EqualNormForm type) {
        return new EqualNorm(type, 1, 1e-4, 1e-3);
    }

    private static Set<String> constrained(NetworkGraph graph) {
        ResolvedNetwork network = NetworkResolver.resolve(graph, IMAGE, 4).orThrow();
        return ConstrainedLayers.of(ConstrainedLayers.constrain(network, equalNorm(EqualNormForm.CENTERED_ROWS)));
    }

    @Test
    void everyConvolutionOfAResidualNetworkButNotItsClassifier() {
        NetworkGraph graph = new CifarResNet(8, 4, Shortcut.PROJECTION).graph(new Relu(), HEAD);
        ResolvedNetwork network = NetworkResolver.resolve(graph, IMAGE, 4).orThrow();
        Set<String> names = constrained(graph);
        assertEquals(9, names.size(), names.toString());
        assertTrue(names.stream().noneMatch(name -> name.startsWith("head")));
        assertEquals(Set.of(), ConstrainedLayers.of(network));
    }

    /** The paper's section 4.3: with a normalization behind the classifier nothing is left out. */
    @Test
    void everyLayerWithWeightsWhereTheHeadHasANormalization() {
        Head normalized = HEAD.underEqualNorm();
        NetworkGraph graph = new SequentialGraph()
                .then("block", new PreActivationBlock(3, 1, Shortcut.PROJECTION, new Relu()))
                .then("flatten", new Flatten())
                .head(normalized);
        ResolvedNetwork network = NetworkResolver.resolve(graph, IMAGE, 4).orThrow();
        Set<String> weighted = network.layers().stream()
                .filter(layer -> layer.layer() instanceof Conv2d || layer.layer() instanceof Linear)
                .map(ResolvedLayer::name)
                .collect(Collectors.toSet());
        assertEquals(weighted, constrained(graph));
        assertTrue(weighted.contains("head/logits"), weighted.toString());
        assertEquals(Shape.of(4), network.layers().getLast().outputShape());
        assertEquals(BatchNorm.DEFAULT, network.layers().getLast().layer());
    }

    /** Gains leave weight normalization every function; standardization needs what takes the scale off. */
    @Test
    void theRivalMethodsHaveTheirOwnLayers() {
        NetworkGraph graph = new Mlp(List.of(5), false).graph(new Relu(), HEAD);
        ResolvedNetwork network = NetworkResolver.resolve(graph, IMAGE, 4).orThrow();
        ResolvedNetwork normalized =
                ConstrainedLayers.constrain(network, equalNorm(EqualNormForm.WEIGHT_NORMALIZATION));
        assertEquals(Set.of("linear1", "head/logits"), ConstrainedLayers.of(normalized));
        assertEquals(
                List.of("linear1.weight", "linear1.gain", "head/logits.weight", "head/logits.bias", "head/logits.gain"),
                normalized.parameters().stream().map(NamedParameter::name).toList());
        assertThrows(
                BadInputException.class,
                () -> ConstrainedLayers.constrain(network, equalNorm(EqualNormForm.WEIGHT_STANDARDIZATION)));
    }

    @Test
    void linearLayersBeforeABatchNormalizationToo() {
        assertEquals(
                Set.of("block/conv"),
                constrained(new SequentialGraph()
                        .then("block", new ConvNormActivation(4, 3, 1, new Relu()))
                        .then("flatten", new Flatten())
                        .head(HEAD)));
    }

    /** The sum behind the second convolution of a pre-activation block needs its scale. */
    @Test
    void aConvolutionThatASumReadsIsFree() {
        Set<String> names = constrained(new SequentialGraph()
                .then("block1", new PreActivationBlock(3, 1, Shortcut.PROJECTION, new Relu()))
                .then("block2", new PreActivationBlock(3, 1, Shortcut.PROJECTION, new Relu()))
                .then("flatten", new Flatten())
                .head(HEAD));
        assertEquals(2, names.size(), names.toString());
        assertTrue(names.stream().allMatch(name -> name.endsWith("conv1")), names.toString());
    }

    @Test
    void aNetworkWithoutBatchNormalizationIsRefused() {
        NetworkGraph graph = new Mlp(List.of(5), false).graph(new Relu(), HEAD);
        String refused =
                assertThrows(BadInputException.class, () -> constrained(graph)).getMessage();
        assertTrue(refused.contains("batch normalization"), refused);
    }

    @Test
    void aSingleWeightCannotBeCentered() {
        NetworkGraph graph = new SequentialGraph()
                .then("block", new ConvNormActivation(2, 1, 1, new Relu()))
                .then("flatten", new Flatten())
                .head(HEAD);
        ResolvedNetwork network =
                NetworkResolver.resolve(graph, Shape.of(1, 4, 4), 3).orThrow();
        String refused = assertThrows(
                        BadInputException.class,
                        () -> ConstrainedLayers.constrain(network, equalNorm(EqualNormForm.CENTERED_ROWS)))
                .getMessage();
        assertTrue(refused.startsWith("block/conv: "), refused);
        ConstrainedLayers.constrain(network, equalNorm(EqualNormForm.ROWS));
        ConstrainedLayers.constrain(network, equalNorm(EqualNormForm.CENTERED_LAYER));
    }
}
