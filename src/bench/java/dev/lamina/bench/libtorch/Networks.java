package dev.lamina.bench.libtorch;

import dev.lamina.bench.BenchNetwork;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The networks of the comparison, layer by layer as Lamina's presets have them. */
final class Networks {
    private static final int IMAGE_CHANNELS = 3;
    private static final int[] VGG_11_CHANNELS = {64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0};
    private static final int[] RESNET_50_BLOCKS = {3, 4, 6, 3};

    private Networks() {}

    static Layer of(BenchNetwork network, Parameters parameters) {
        return switch (network) {
            case RESNET_20 -> resNet20(parameters, 16);
            case VGG_11 -> vgg11(parameters);
            case PREACT_RESNET_18 -> preActResNet18(parameters);
            case NARROW_RESNET_20 -> resNet20(parameters, 8);
            case RESNET_50 -> resNet50(parameters);
            case LENET_5 -> leNet5(parameters);
            case MLP -> mlp(parameters);
        };
    }

    private static Layer resNet20(Parameters parameters, int width) {
        List<Layer> layers = new ArrayList<>();
        layers.add(normalized(parameters, IMAGE_CHANNELS, width, 3, 1));
        layers.add(Layers.relu());
        for (int block = 0; block < 9; block++) {
            int out = width << block / 3;
            int stride = block == 3 || block == 6 ? 2 : 1;
            layers.add(basicBlock(parameters, out / stride, out, stride));
        }
        layers.add(Layers.globalAveragePool());
        layers.add(Layers.classifier(parameters, 4 * width, BenchNetwork.CLASSES));
        return Layer.sequence(layers);
    }

    private static Layer vgg11(Parameters parameters) {
        List<Layer> layers = new ArrayList<>();
        int in = IMAGE_CHANNELS;
        for (int out : VGG_11_CHANNELS) {
            if (out == 0) {
                layers.add(Layers.maxPool());
            } else {
                layers.add(normalized(parameters, in, out, 3, 1));
                layers.add(Layers.relu());
                in = out;
            }
        }
        layers.add(Layers.classifier(parameters, in, BenchNetwork.CLASSES));
        return Layer.sequence(layers);
    }

    private static Layer preActResNet18(Parameters parameters) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layers.convolution(parameters, IMAGE_CHANNELS, 64, 3, 1));
        for (int block = 0; block < 8; block++) {
            int out = 64 << block / 2;
            int stride = block > 0 && block % 2 == 0 ? 2 : 1;
            layers.add(preActivationBlock(parameters, out / stride, out, stride));
        }
        layers.add(Layers.norm(parameters, 512));
        layers.add(Layers.relu());
        layers.add(Layers.globalAveragePool());
        layers.add(Layers.classifier(parameters, 512, BenchNetwork.CLASSES));
        return Layer.sequence(layers);
    }

    private static Layer resNet50(Parameters parameters) {
        List<Layer> layers = new ArrayList<>();
        layers.add(normalized(parameters, IMAGE_CHANNELS, 64, 3, 1));
        layers.add(Layers.relu());
        int in = 64;
        for (int stage = 0; stage < RESNET_50_BLOCKS.length; stage++) {
            for (int block = 0; block < RESNET_50_BLOCKS[stage]; block++) {
                layers.add(bottleneck(parameters, in, 64 << stage, stage > 0 && block == 0 ? 2 : 1));
                in = 4 * (64 << stage);
            }
        }
        layers.add(Layers.globalAveragePool());
        layers.add(Layers.classifier(parameters, in, BenchNetwork.CLASSES));
        return Layer.sequence(layers);
    }

    private static Layer leNet5(Parameters parameters) {
        return Layer.sequence(List.of(
                Layers.wide(parameters, IMAGE_CHANNELS, 6, 2),
                Layers.relu(),
                Layers.maxPool(),
                Layers.wide(parameters, 6, 16, 0),
                Layers.relu(),
                Layers.maxPool(),
                Layers.classifier(parameters, 16 * 6 * 6, 120),
                Layers.relu(),
                Layers.classifier(parameters, 120, 84),
                Layers.relu(),
                Layers.classifier(parameters, 84, BenchNetwork.CLASSES)));
    }

    private static Layer mlp(Parameters parameters) {
        return Layer.sequence(List.of(
                Layers.classifier(parameters, (int) BenchNetwork.IMAGE.size(), 256),
                Layers.relu(),
                Layers.classifier(parameters, 256, 256),
                Layers.relu(),
                Layers.classifier(parameters, 256, BenchNetwork.CLASSES)));
    }

    private static Layer normalized(Parameters parameters, int in, int out, int kernel, int stride) {
        return Layer.sequence(
                List.of(Layers.convolution(parameters, in, out, kernel, stride), Layers.norm(parameters, out)));
    }

    /** relu(x + residual(x)); a projection (option B) where the stride is 2. */
    private static Layer basicBlock(Parameters parameters, int in, int out, int stride) {
        Layer residual = Layer.sequence(List.of(
                normalized(parameters, in, out, 3, stride), Layers.relu(), normalized(parameters, out, out, 3, 1)));
        if (stride == 1) {
            return x -> residual.apply(x).add_(x).relu_();
        }
        Layer shortcut = normalized(parameters, in, out, 1, stride);
        return x -> sum(residual.apply(x), shortcut.apply(x)).relu_();
    }

    /** relu(x + residual(x)) with four times as many channels outside; a projection where they or the size change. */
    private static Layer bottleneck(Parameters parameters, int in, int inside, int stride) {
        int out = 4 * inside;
        Layer residual = Layer.sequence(List.of(
                normalized(parameters, in, inside, 1, 1),
                Layers.relu(),
                normalized(parameters, inside, inside, 3, stride),
                Layers.relu(),
                normalized(parameters, inside, out, 1, 1)));
        if (stride == 1 && in == out) {
            return x -> residual.apply(x).add_(x).relu_();
        }
        Layer shortcut = normalized(parameters, in, out, 1, stride);
        return x -> sum(residual.apply(x), shortcut.apply(x)).relu_();
    }

    /** x + residual(relu(norm(x))); the projection, where the stride is 2, also starts from relu(norm(x)). */
    private static Layer preActivationBlock(Parameters parameters, int in, int out, int stride) {
        Layer activation = Layer.sequence(List.of(Layers.norm(parameters, in), Layers.relu()));
        Layer residual = Layer.sequence(List.of(
                normalized(parameters, in, out, 3, stride),
                Layers.relu(),
                Layers.convolution(parameters, out, out, 3, 1)));
        if (stride == 1) {
            return x -> residual.take(activation.apply(x)).add_(x);
        }
        Layer shortcut = Layers.convolution(parameters, in, out, 1, stride);
        return x -> {
            Tensor activated = activation.apply(x);
            Tensor identity = shortcut.apply(activated);
            return sum(residual.take(activated), identity);
        };
    }

    /** In place of a; gives up b. */
    private static Tensor sum(Tensor a, Tensor b) {
        Tensor sum = a.add_(b);
        b.close();
        return sum;
    }
}
