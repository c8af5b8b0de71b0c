package dev.lamina.ui.app;

import dev.lamina.config.ConfigFiles;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.NetworkConfig;
import dev.lamina.file.AtomicFile;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Position;
import dev.lamina.graph.edit.Change;
import dev.lamina.graph.edit.History;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.form.SettingTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The experiment that is open: always a sound configuration, and where it was saved. FX thread. */
public final class ExperimentDocument implements SettingTarget {
    private static final Pattern OVERRIDE = Pattern.compile("^--set .*?\\([^()]*\\): ", Pattern.DOTALL);

    private final ReadOnlyObjectWrapper<ExperimentConfig> config;
    private final ReadOnlyObjectWrapper<@Nullable ExperimentConfig> saved;
    private final ReadOnlyObjectWrapper<Optional<Path>> file;
    private final BooleanBinding changed;
    private final History history = new History();

    private ExperimentDocument(ExperimentConfig config, @Nullable ExperimentConfig saved, Optional<Path> file) {
        this.config = new ReadOnlyObjectWrapper<>(config);
        this.saved = new ReadOnlyObjectWrapper<>(saved);
        this.file = new ReadOnlyObjectWrapper<>(file);
        this.changed = Bindings.createBooleanBinding(
                () -> !this.config.get().equals(this.saved.get()), this.config, this.saved);
        history.add(() -> {
            ExperimentConfig now = this.config.get();
            return () -> this.config.set(now);
        });
    }

    /** One that no file holds yet. */
    public static ExperimentDocument unsaved(ExperimentConfig config) {
        return new ExperimentDocument(config, config, Optional.empty());
    }

    /** @throws BadInputException naming file, line and key if it is no configuration */
    public static ExperimentDocument open(Path file) {
        ExperimentConfig config = ConfigFiles.read(file, ExperimentConfig.class, List.of());
        return new ExperimentDocument(config, config, Optional.of(file));
    }

    /** As it was when the program ended without saving: changed against its file, or altogether if none holds it. */
    static ExperimentDocument recovered(ExperimentConfig config, Optional<Path> file) {
        return new ExperimentDocument(
                config, file.map(ExperimentDocument::readable).orElse(null), file);
    }

    private static @Nullable ExperimentConfig readable(Path file) {
        try {
            return ConfigFiles.read(file, ExperimentConfig.class, List.of());
        } catch (BadInputException _) {
            return null;
        }
    }

    public ReadOnlyObjectProperty<ExperimentConfig> configProperty() {
        return config.getReadOnlyProperty();
    }

    public ExperimentConfig config() {
        return config.get();
    }

    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether there is something that no file holds. */
    public BooleanBinding changedProperty() {
        return changed;
    }

    /** Everything that was done to the experiment, network and settings alike. */
    public History history() {
        return history;
    }

    @Override
    public Optional<String> set(String path, String json) {
        try {
            take(
                    new SettingChange(path),
                    ConfigFiles.parse(
                            ConfigFiles.write(config.get()),
                            "settings",
                            ExperimentConfig.class,
                            overrides(path, json)));
            return Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(OVERRIDE.matcher(String.valueOf(e.getMessage())).replaceFirst(""));
        }
    }

    /** Choosing a preset gives up the network that was drawn. */
    private static List<String> overrides(String path, String json) {
        String value = path + "=" + json;
        return path.equals("network.preset") && !json.equals("null")
                ? List.of("network.graph=null", "network.positions={}", value)
                : List.of(value);
    }

    @Override
    public void settled() {
        history.endGesture();
    }

    private void take(Change change, ExperimentConfig next) {
        if (!next.equals(config.get())) {
            history.record(change);
            config.set(next);
        }
    }

    /** Takes a network that was drawn, which is a step already, and where its nodes lie; it names its own activations and its own head. */
    public void setNetwork(NetworkGraph network, Map<String, Position> positions) {
        ExperimentConfig now = config.get();
        config.set(new ExperimentConfig(
                now.name(),
                now.data(),
                new NetworkConfig(null, network, positions, now.network().dropping()),
                null,
                null,
                now.training(),
                now.probes(),
                now.seed(),
                now.backend(),
                now.sweep()));
    }

    /** The configuration as a file holds it. */
    public String text() {
        return ConfigFiles.write(config.get());
    }

    /** Takes a configuration typed as JSON; what is wrong with it names the line. */
    public Optional<String> setText(String json) {
        try {
            take(SettingChange.OF_TEXT, ConfigFiles.parse(json, "JSON", ExperimentConfig.class, List.of()));
            return Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes the file completely or not at all.
     *
     * @throws BadInputException if it cannot be written; the document stays changed
     */
    public void save(Path target) {
        ExperimentConfig now = config.get();
        AtomicFile.write(target, path -> Files.writeString(path, ConfigFiles.write(now)));
        saved.set(now);
        file.set(Optional.of(target));
    }
}
