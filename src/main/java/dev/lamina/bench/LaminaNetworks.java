package dev.lamina.bench;

import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.PreActResNet;
import dev.lamina.graph.preset.Preset;
import dev.lamina.graph.preset.Vgg;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.BadInputException;

/** The networks of the comparison out of Lamina's presets. */
final class LaminaNetworks {
    static final double MOMENTUM = 0.9;

    private LaminaNetworks() {}

    /** By a network's id, with "+prelu", "+elu" or "+mpelu" behind it where the activation is not ReLU. */
    static ResolvedNetwork of(String workload) {
        int end = workload.indexOf(LaminaContestant.WITH);
        return end < 0
                ? of(BenchNetwork.of(workload), new Relu())
                : of(BenchNetwork.of(workload.substring(0, end)), activation(workload.substring(end + 1)));
    }

    static ResolvedNetwork of(BenchNetwork network, Activation activation) {
        Preset preset = switch (network) {
            case RESNET_20 -> new CifarResNet(20, 16, Shortcut.PROJECTION);
            case VGG_11 -> new Vgg(11, 64);
            case PREACT_RESNET_18 -> new PreActResNet(18, 64, Shortcut.PROJECTION);
        };
        return NetworkResolver.resolve(
                        preset.graph(activation, new SoftmaxHead(true, 0)), BenchNetwork.IMAGE, BenchNetwork.CLASSES)
                .orThrow();
    }

    /** One training step on a batch of the comparison's size: momentum after Nesterov, everything decayed. */
    static Program step(ResolvedNetwork network) {
        return Programs.training(network, BenchNetwork.BATCH_SIZE, new Sgd(MOMENTUM, true), DecayScope.ALL);
    }

    private static Activation activation(String id) {
        return switch (id) {
            case "prelu" -> new Prelu(0.25, Sharing.CHANNEL);
            case "elu" -> new Elu(1);
            case "mpelu" -> new Mpelu(1, 1, Sharing.CHANNEL, 1, 1);
            default ->
                throw new BadInputException(
                        "activation: no \"" + id + "\" in the benchmark; take one of prelu, elu, mpelu");
        };
    }
}
