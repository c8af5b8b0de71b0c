package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.Collections;

/**
 * The MPELU paper's residual networks of depth 6n + 2: {@link CifarResNet} with MPELU for ReLU and, unless told otherwise,
 * no response after an addition (block b). Source: Li et al., MPELU paper, section on residual networks.
 */
@KnownAs(
        name = "mpelu-resnet",
        key = "depth",
        values = {20, 110})
@JsonTypeName("mpelu-resnet")
@Origin(source = "Li, Fan, Li, Wu, Ming 2018, block (b)")
public record MpeluResNet(
        @Setting(min = 8, max = 10000, meaning = "weight layers, 6n + 2 for n blocks a stage")
        int depth,

        @Setting(defaultValue = "16", min = 1, max = 16384, meaning = "channels w of the first stage")
        int width,

        @Setting(defaultValue = "\"zero-pad\"", meaning = Preset.SHORTCUT)
        Shortcut shortcut,

        @Setting(
                defaultValue = "\"none\"",
                meaning = "response after an addition: none is block (b), activation block (a), near-identity an MPELU"
                        + " with α = 98 and β = 0.01")
        AdditionResponse afterAddition)
        implements Preset {
    public MpeluResNet {
        CifarResNet.requireDepth(depth);
    }

    @Override
    public Activation defaultActivation() {
        return Mpelu.DEFAULT;
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        Activation response = afterAddition.of(activation);
        return ResidualStages.after(
                        new SequentialGraph().then("stem", new ConvNormActivation(width, 3, 1, activation)),
                        width,
                        Collections.nCopies(3, (depth - 2) / 6),
                        (channels, stride) -> new BasicBlock(channels, stride, shortcut, activation, response))
                .then("pool", new GlobalAveragePool())
                .head(head);
    }
}
