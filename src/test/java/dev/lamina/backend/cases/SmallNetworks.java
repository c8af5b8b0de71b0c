package dev.lamina.backend.cases;

import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.Edge;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.Node;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.block.NoPreActivationBottleneck;
import dev.lamina.nn.block.PreActivationBlock;
import dev.lamina.nn.block.PreActivationBottleneck;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.LargeMarginHead;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.DropBlock;
import dev.lamina.nn.layer.DropSchedule;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.LpPool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole networks small enough for the reference backend, and initial values for them. */
public final class SmallNetworks {
    private SmallNetworks() {}

    /** Depth 8, 16 to 64 channels, on 3×8×8 images in 10 classes: every convolution can use blocks of 16 channels. */
    public static ResolvedNetwork residual(Shortcut shortcut) {
        return resolve(
                new CifarResNet(8, 16, shortcut).graph(new Relu(), new SoftmaxHead(true, 0)), Shape.of(3, 8, 8), 10);
    }

    /** One network for every way layers and blocks are put together, by name. */
    public static Map<String, ResolvedNetwork> forGradients() {
        var head = new SoftmaxHead(true, 0.1);
        var mpelu = new Mpelu(0.25, 1, Sharing.CHANNEL, 5, 1);
        Shape image = Shape.of(2, 8, 8);
        Map<String, ResolvedNetwork> networks = new LinkedHashMap<>();
        networks.put("LeNet", resolve(leNet(head), image, 4));
        for (Shortcut shortcut : Shortcut.values()) {
            networks.put(
                    "ResNet " + shortcut, resolve(new CifarResNet(8, 3, shortcut).graph(new Relu(), head), image, 3));
            networks.put("pre-activation " + shortcut, resolve(preActivation(shortcut, head), image, 3));
        }
        networks.put("MPELU", resolve(new CifarResNet(8, 2, Shortcut.PROJECTION).graph(mpelu, head), image, 3));
        networks.put("random layers", resolve(randomLayers(head), image, 3));
        networks.put("branches", resolve(branches(head), image, 3));
        networks.put("shared values", resolve(sharedValues(head), image, 3));
        networks.put(
                "large margin",
                resolve(new Mlp(List.of(5, 4), true).graph(new Elu(1), new LargeMarginHead(3, 0.5)), image, 3));
        networks.put("MLP", resolve(new Mlp(List.of(5, 4), true).graph(new Elu(1), head), image, 3));
        return networks;
    }

    /** Convolutions, one of them grouped, and a linear layer before batch normalizations, under each constraint. */
    public static Map<String, ResolvedNetwork> constrained() {
        NetworkGraph graph = new SequentialGraph()
                .then("block", new ConvNormActivation(4, 3, 1, new Elu(1)))
                .then("grouped", new Conv2d(6, 3, 2, 1, 1, 2, false))
                .then("norm1", BatchNorm.DEFAULT)
                .then("activation", new ActivationLayer(new Elu(1)))
                .then("flatten", new Flatten())
                .then("linear", new Linear(5, false))
                .then("norm2", BatchNorm.DEFAULT)
                .head(new SoftmaxHead(true, 0.1));
        Map<String, ResolvedNetwork> networks = new LinkedHashMap<>();
        for (EqualNormForm type : EqualNormForm.values()) {
            networks.put(
                    "equal norm by " + type,
                    ConstrainedLayers.constrain(resolve(graph, Shape.of(2, 5, 5), 3), new EqualNorm(type, 2, 0, 1e-3)));
        }
        return networks;
    }

    private static NetworkGraph leNet(Head head) {
        return new SequentialGraph()
                .then("conv1", new Conv2d(4, 5, 1, 2, 1, 1, true))
                .then("activation1", new ActivationLayer(new Prelu(0.25, Sharing.CHANNEL)))
                .then("pool1", new MaxPool(3, 2, 1))
                .then("conv2", new Conv2d(6, 3, 1, 2, 2, 2, true))
                .then("activation2", new ActivationLayer(new Mpelu(1, 1, Sharing.LAYER, 5, 1)))
                .then("norms", new LpPool(2, 2, 1, 1))
                .then("pool2", new AveragePool(3, 2, 1))
                .then("flatten", new Flatten())
                .then("linear1", new Linear(7, true))
                .then("activation3", new ActivationLayer(new LeakyRelu(0.1)))
                .then("dropout", new Dropout(0.5))
                .head(head);
    }

    private static NetworkGraph preActivation(Shortcut shortcut, Head head) {
        return new SequentialGraph()
                .then("stem", Conv2d.same(3, 3, 1))
                .then("block1", new PreActivationBlock(3, 1, shortcut, new Relu()))
                .then("block2", new PreActivationBottleneck(8, 2, shortcut, new Relu()))
                .then("norm", BatchNorm.DEFAULT)
                .then("activation", new ActivationLayer(new Relu()))
                .then("pool", new GlobalAveragePool())
                .head(head);
    }

    /** Blocks are dropped and slopes drawn behind a normalization, a sum and alone. */
    private static NetworkGraph randomLayers(Head head) {
        return new SequentialGraph()
                .then("stem", new ConvNormActivation(3, 3, 1, new Rrelu(0.125, 0.5)))
                .then("block", new BasicBlock(3, 1, Shortcut.ZERO_PAD, new Rrelu(0.25, 0.5)))
                .then("open", new BasicBlock(4, 2, Shortcut.ZERO_PAD, Mpelu.DEFAULT, new Identity()))
                .then("drop-block", new DropBlock(2, 0.7, DropSchedule.CONSTANT))
                .then("conv", new Conv2d(3, 1, 1, 0, 1, 1, true))
                .then("alone", new ActivationLayer(new Rrelu(0, 1)))
                .then("nopre", new NoPreActivationBottleneck(2, 2, Shortcut.PROJECTION, Mpelu.DEFAULT))
                .then("pool", new GlobalAveragePool())
                .head(head);
    }

    /** The images enter three branches; one is read by the concatenation and by the sum. */
    private static NetworkGraph branches(Head head) {
        List<Node> nodes = List.of(
                new Node.Input("images"),
                new Node.OfLayer("narrow", new Conv2d(3, 1, 1, 0, 1, 1, true)),
                new Node.OfBlock("wide", new ConvNormActivation(3, 3, 1, new Elu(0.5))),
                new Node.OfLayer("pooled", new MaxPool(3, 1, 1)),
                new Node.OfLayer("joined", new Concatenate()),
                new Node.OfLayer("mixed", Conv2d.same(3, 3, 1)),
                new Node.OfLayer("sum", new Add()),
                new Node.OfLayer("norm", BatchNorm.DEFAULT),
                new Node.OfLayer("flatten", new Flatten()),
                new Node.OfHead("head", head));
        List<Edge> edges = List.of(
                new Edge("images", "narrow", 0),
                new Edge("images", "wide", 0),
                new Edge("images", "pooled", 0),
                new Edge("narrow", "joined", 0),
                new Edge("wide", "joined", 1),
                new Edge("pooled", "joined", 2),
                new Edge("joined", "mixed", 0),
                new Edge("mixed", "sum", 0),
                new Edge("wide", "sum", 1),
                new Edge("narrow", "sum", 2),
                new Edge("sum", "norm", 0),
                new Edge("norm", "flatten", 0),
                new Edge("flatten", "head", 0));
        return new NetworkGraph(nodes, edges);
    }

    /**
     * A normalization that takes its own input as residual, with nothing but readers behind the sum; one whose output is
     * read by more operations than its backward pass sums; values that enter a sum and a concatenation twice.
     */
    private static NetworkGraph sharedValues(Head head) {
        List<Node> nodes = List.of(
                new Node.Input("images"),
                new Node.OfLayer("conv", Conv2d.same(3, 3, 1)),
                new Node.OfLayer("norm", BatchNorm.DEFAULT),
                new Node.OfLayer("sum", new Add()),
                new Node.OfLayer("mixed", Conv2d.same(3, 3, 1)),
                new Node.OfLayer("read-often", BatchNorm.DEFAULT),
                new Node.OfLayer("narrow", Conv2d.same(2, 1, 1)),
                new Node.OfLayer("doubled", new Add()),
                new Node.OfLayer("joined", new Concatenate()),
                new Node.OfLayer("pool", new AveragePool(3, 2, 1)),
                new Node.OfLayer("flatten", new Flatten()),
                new Node.OfHead("head", head));
        List<Edge> edges = List.of(
                new Edge("images", "conv", 0),
                new Edge("conv", "norm", 0),
                new Edge("norm", "sum", 0),
                new Edge("conv", "sum", 1),
                new Edge("sum", "mixed", 0),
                new Edge("mixed", "read-often", 0),
                new Edge("read-often", "narrow", 0),
                new Edge("read-often", "doubled", 0),
                new Edge("read-often", "doubled", 1),
                new Edge("read-often", "joined", 0),
                new Edge("narrow", "joined", 1),
                new Edge("sum", "joined", 2),
                new Edge("doubled", "joined", 3),
                new Edge("read-often", "joined", 4),
                new Edge("joined", "pool", 0),
                new Edge("pool", "flatten", 0),
                new Edge("flatten", "head", 0));
        return new NetworkGraph(nodes, edges);
    }

    public static ResolvedNetwork resolve(NetworkGraph graph, Shape input, int classes) {
        return NetworkResolver.resolve(graph, input, classes).orThrow();
    }

    /** Weights from N(0, 2/fan-in), biases from N(0, 0.1²), everything else at the layer's initial value, by name. */
    public static Map<String, double[]> initialValues(ResolvedNetwork network, Draw draw) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (NamedParameter parameter : network.parameters()) {
            ParameterSpec spec = parameter.spec();
            values.put(parameter.name(), initialValue(spec, draw));
        }
        for (NamedState state : network.state()) {
            double[] value = new double[(int) state.spec().shape().size()];
            Arrays.fill(value, state.spec().initialValue());
            values.put(state.name(), value);
        }
        return values;
    }

    private static double[] initialValue(ParameterSpec spec, Draw draw) {
        double deviation = switch (spec.role()) {
            case WEIGHT -> Math.sqrt(2.0 / spec.fanIn());
            case BIAS -> 0.1;
            case NORM_SCALE, NORM_SHIFT, ACTIVATION -> 0;
        };
        double[] value = draw.normal(spec.shape());
        for (int k = 0; k < value.length; k++) {
            value[k] = draw.rounded(spec.constant() + deviation * value[k]);
        }
        return value;
    }
}
