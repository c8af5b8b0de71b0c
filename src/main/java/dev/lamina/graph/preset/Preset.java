package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.Head;

/** A family of networks; its settings choose the member. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Preset
        permits Vgg,
                CifarResNet,
                ResNet,
                PreActResNet,
                PreActCifarResNet,
                MpeluResNet,
                NoPreResNet,
                NetworkInNetwork,
                Plain,
                LeNet5,
                Mlp {
    /** What a shortcut setting means. */
    String SHORTCUT = "shortcut where channels or size change: zero-pad is option A, projection option B";

    /** The activation where none is given. */
    default Activation defaultActivation() {
        return new Relu();
    }

    /** The network with this activation in every place of one and this head on its features. */
    NetworkGraph graph(Activation activation, Head head);
}
