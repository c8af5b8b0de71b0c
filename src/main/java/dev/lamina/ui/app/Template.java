package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.setting.RecordFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * An experiment to begin with; the sample configurations that come with the program.
 *
 * @param id its file's name, and key of its title ({@code template.ID}) and its one line ({@code template.ID.line})
 */
record Template(String id, ExperimentConfig config) {
    private static final String EMPTY = "empty";
    private static final List<String> IDS = List.of(
            "quickstart",
            "spirals-mlp",
            "mnist-lenet",
            "cifar10-resnet20",
            "cifar10-vgg11",
            "cifar10-preactresnet18",
            "weight-decay-and-gbr",
            "equal-norm-and-gbr",
            "cifar10-wnll",
            "cifar10-mpelu-resnet20",
            "cifar10-nopre164");

    /** All of them: the quick start, a blank canvas, then the simplest first, then the papers' experiments. */
    static List<Template> all() {
        return Stream.of(Stream.of(quickStart(), blank()), IDS.stream().skip(1).map(Template::read))
                .flatMap(some -> some)
                .toList();
    }

    /** The one to begin with: small, and of data that is always there. */
    static Template quickStart() {
        return read(IDS.getFirst());
    }

    /** The quick start made short enough to be done while a person looks at the window. */
    static ExperimentConfig rehearsal() {
        List<String> overrides = List.of(
                "data.source.trainCount=256",
                "data.source.testCount=64",
                "training.batchSize=32",
                "probes.gbr.enabled=false",
                "backend.threads=1");
        return quickStartWith("rehearsal", overrides);
    }

    /** Whether there is nothing of a network yet. */
    boolean isBlank() {
        return id.equals(EMPTY);
    }

    private static Template blank() {
        // The quick start's rate and augmentation suit its batch normalizations; a perceptron, as one may draw first,
        // does not learn at that rate.
        List<String> overrides = List.of(
                "name=\"new-network\"",
                "network.preset=null",
                "network.graph={\"nodes\": [], \"edges\": []}",
                "data.augmentations=[]",
                "training.learningRate=0.01");
        return new Template(EMPTY, quickStartWith(EMPTY, overrides));
    }

    private static ExperimentConfig quickStartWith(String place, List<String> overrides) {
        return RecordFiles.parse(RecordFiles.write(quickStart().config()), place, ExperimentConfig.class, overrides);
    }

    private static Template read(String id) {
        String resource = "/sample-configs/" + id + ".json";
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not among the program's resources");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Template(id, RecordFiles.parse(text, id, ExperimentConfig.class, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
