package dev.lamina.bench;

import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.graph.preset.PreActResNet;
import dev.lamina.graph.preset.Preset;
import dev.lamina.graph.preset.ResNet;
import dev.lamina.graph.preset.Vgg;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import java.util.List;

/** The networks of the comparison out of Lamina's presets. */
final class LaminaNetworks {
    static final double MOMENTUM = 0.9;

    private LaminaNetworks() {}

    /**
     * By a network's id, with '+' and the id of an activation behind it where that is not ReLU, with '@' and a batch
     * size where that is not the comparison's.
     */
    static ResolvedNetwork of(String workload) {
        String network = withoutBatchSize(workload);
        int end = network.indexOf(LaminaContestant.WITH);
        return end < 0
                ? of(BenchNetwork.of(network), new Relu())
                : of(BenchNetwork.of(network.substring(0, end)), ActivationFamily.of(network.substring(end + 1)));
    }

    static String withoutBatchSize(String workload) {
        return workload.split(LaminaContestant.AT, 2)[0];
    }

    static int batchSize(String workload) {
        int at = workload.indexOf(LaminaContestant.AT);
        return at < 0 ? BenchNetwork.BATCH_SIZE : Integer.parseInt(workload.substring(at + 1));
    }

    static ResolvedNetwork of(BenchNetwork network, Activation activation) {
        Preset preset = switch (network) {
            case RESNET_20 -> new CifarResNet(20, 16, Shortcut.PROJECTION);
            case VGG_11 -> new Vgg(11, 64);
            case PREACT_RESNET_18 -> new PreActResNet(18, 64, Shortcut.PROJECTION);
            case NARROW_RESNET_20 -> new CifarResNet(20, 8, Shortcut.PROJECTION);
            case RESNET_50 -> new ResNet(50, 64, Shortcut.PROJECTION);
            case LENET_5 -> new LeNet5(6);
            case MLP -> new Mlp(List.of(256, 256), true);
        };
        return NetworkResolver.resolve(
                        preset.graph(activation, new SoftmaxHead(true, 0)), BenchNetwork.IMAGE, BenchNetwork.CLASSES)
                .orThrow();
    }

    /** One training step: momentum after Nesterov, everything decayed. */
    static Program step(String workload) {
        return step(of(workload), batchSize(workload));
    }

    static Program step(ResolvedNetwork network, int batchSize) {
        return Programs.training(network, batchSize, new Sgd(MOMENTUM, true), DecayScope.ALL);
    }
}
