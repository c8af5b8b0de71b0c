package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.List;

/**
 * A multilayer perceptron: hidden linear layers, each activated, and the head's. For the bounds of METHODS section 4 set
 * bias to false here and in the head.
 */
@JsonTypeName("mlp")
@Origin(formula = "f(W_d … f(W_1 x + b_1) … + b_d)")
public record Mlp(
        @Setting(defaultValue = "[256, 256]", min = 1, max = 1048576, meaning = "outputs of each hidden layer")
        List<Integer> hiddenWidths,

        @Setting(defaultValue = "true", meaning = "whether the hidden layers have biases")
        boolean bias)
        implements Preset {
    public Mlp {
        hiddenWidths = List.copyOf(hiddenWidths);
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        SequentialGraph graph = new SequentialGraph().then("flatten", new Flatten());
        for (int i = 1; i <= hiddenWidths.size(); i++) {
            graph.then("linear" + i, new Linear(hiddenWidths.get(i - 1), bias))
                    .then("activation" + i, new ActivationLayer(activation));
        }
        return graph.head(head);
    }
}
