package dev.lamina.bench;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * What is trained, on 3×32×32 images of 10 classes: the three networks of the comparison, and others by name, where layers
 * are of another shape than theirs.
 */
public enum BenchNetwork {
    RESNET_20("resnet20", "ResNet-20"),
    VGG_11("vgg11", "VGG11-BN"),
    PREACT_RESNET_18("preactresnet18", "PreActResNet-18"),

    /** As ResNet-20 with half the channels, fewer than a wide vector has floats. */
    NARROW_RESNET_20("narrowresnet20", "ResNet-20, w = 8"),

    /** Bottlenecks: two thirds of the convolutions are 1×1. */
    RESNET_50("resnet50", "ResNet-50"),
    LENET_5("lenet5", "LeNet-5"),
    MLP("mlp", "MLP 256-256");

    /** Those of the comparison. */
    public static final List<BenchNetwork> STANDARD = List.of(RESNET_20, VGG_11, PREACT_RESNET_18);

    public static final int BATCH_SIZE = 128;
    public static final int CLASSES = 10;
    public static final Shape IMAGE = Shape.of(3, 32, 32);

    private final String id;
    private final String title;

    BenchNetwork(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** As on the command line. */
    public String id() {
        return id;
    }

    /** As in a table. */
    public String title() {
        return title;
    }

    /** @throws BadInputException naming the ids there are */
    public static BenchNetwork of(String id) {
        return Arrays.stream(values())
                .filter(network -> network.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(Message.of(
                                "bench.noSuch",
                                id,
                                Arrays.stream(values()).map(BenchNetwork::id).toList())
                        .at("network")));
    }
}
