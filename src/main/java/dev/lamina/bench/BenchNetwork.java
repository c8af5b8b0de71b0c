package dev.lamina.bench;

import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is trained: the three networks of the comparison, on 3×32×32 images of 10 classes. */
public enum BenchNetwork {
    RESNET_20("resnet20", "ResNet-20"),
    VGG_11("vgg11", "VGG11-BN"),
    PREACT_RESNET_18("preactresnet18", "PreActResNet-18");

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
                .orElseThrow(() -> new BadInputException("network: no \"" + id + "\" in the benchmark; take one of "
                        + Arrays.stream(values()).map(BenchNetwork::id).collect(Collectors.joining(", "))));
    }
}
