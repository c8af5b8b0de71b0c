package dev.lamina.backend.cases;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whole networks small enough for the reference backend, and initial values for them. */
public final class SmallNetworks {
    private SmallNetworks() {}

    /** Depth 8, 16 to 64 channels, on 3×8×8 images in 10 classes: every convolution can use blocks of 16 channels. */
    public static ResolvedNetwork residual(Shortcut shortcut) {
        return resolve(
                new CifarResNet(8, 16, shortcut).graph(new Relu(), new SoftmaxHead(true, 0)), Shape.of(3, 8, 8), 10);
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
