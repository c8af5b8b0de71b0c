package dev.lamina.ui.app;

import dev.lamina.config.ConfigFiles;
import dev.lamina.config.ExperimentConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An experiment to begin with; the sample configurations that come with the program.
 *
 * @param id its file's name, and key of its title ({@code template.ID}) and its one line ({@code template.ID.line})
 */
record Template(String id, ExperimentConfig config) {
    private static final List<String> IDS = List.of(
            "quickstart",
            "spirals-mlp",
            "mnist-lenet",
            "cifar10-resnet20",
            "cifar10-vgg11",
            "cifar10-preactresnet18",
            "weight-decay-and-gbr");

    /** All of them, the simplest first. */
    static List<Template> all() {
        return IDS.stream().map(Template::read).toList();
    }

    private static Template read(String id) {
        String resource = "/sample-configs/" + id + ".json";
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not among the program's resources");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Template(id, ConfigFiles.parse(text, id, ExperimentConfig.class, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
