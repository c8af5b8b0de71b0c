package dev.lamina.bench;

import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.PreActResNet;
import dev.lamina.graph.preset.Preset;
import dev.lamina.graph.preset.Vgg;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;

/** The networks of the comparison out of Lamina's presets. */
final class LaminaNetworks {
    static final double MOMENTUM = 0.9;

    private LaminaNetworks() {}

    /** By a network's id, with '+' and the id of an activation behind it where that is not ReLU. */
    static ResolvedNetwork of(String workload) {
        int end = workload.indexOf(LaminaContestant.WITH);
        return end < 0
                ? of(BenchNetwork.of(workload), new Relu())
                : of(BenchNetwork.of(workload.substring(0, end)), ActivationFamily.of(workload.substring(end + 1)));
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
}
