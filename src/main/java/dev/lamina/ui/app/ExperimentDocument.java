package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.NetworkConfig;
import dev.lamina.file.AtomicFile;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Position;
import dev.lamina.graph.edit.Change;
import dev.lamina.graph.edit.History;
import dev.lamina.message.Message;
import dev.lamina.setting.JsonPlace;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.SettingFault;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.form.SettingTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The experiment that is open: always a sound configuration, and where it was saved. FX thread. */
public final class ExperimentDocument implements SettingTarget {
    private final ReadOnlyObjectWrapper<ExperimentConfig> config;
    private final ReadOnlyObjectWrapper<@Nullable ExperimentConfig> saved;
    private final ReadOnlyObjectWrapper<Optional<Path>> file;
    private Optional<KnownFile> known;
    private final BooleanBinding changed;
    private final History history = new History();

    private ExperimentDocument(ExperimentConfig config, @Nullable ExperimentConfig saved, Optional<KnownFile> known) {
        this.config = new ReadOnlyObjectWrapper<>(config);
        this.saved = new ReadOnlyObjectWrapper<>(saved);
        this.file = new ReadOnlyObjectWrapper<>(known.map(KnownFile::path));
        this.known = known;
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
        // Before it is read: what is changed in between counts as changed.
        KnownFile known = KnownFile.now(file);
        ExperimentConfig config = RecordFiles.read(file, ExperimentConfig.class, List.of());
        return new ExperimentDocument(config, config, Optional.of(known));
    }

    /** As it was when the program ended without saving: changed against its file, or altogether if none holds it. */
    static ExperimentDocument recovered(ExperimentConfig config, Optional<KnownFile> known) {
        return new ExperimentDocument(
                config, known.map(file -> readable(file.path())).orElse(null), known);
    }

    private static @Nullable ExperimentConfig readable(Path file) {
        try {
            return RecordFiles.read(file, ExperimentConfig.class, List.of());
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

    /** The file as it was when it was last read or saved here. */
    Optional<KnownFile> known() {
        return known;
    }

    /** What became of the file elsewhere; nothing where it holds by now what would be saved. */
    KnownFile.Change changeOutside() {
        return known.filter(file -> KnownFile.holding(file.path(), text()).since() != KnownFile.Change.NONE)
                .map(KnownFile::since)
                .orElse(KnownFile.Change.NONE);
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
    public Optional<Message> set(String path, String json) {
        try {
            take(
                    new SettingChange(path),
                    RecordFiles.parse(
                            RecordFiles.write(config.get()),
                            "settings",
                            ExperimentConfig.class,
                            overrides(path, json)));
            return Optional.empty();
        } catch (BadInputException e) {
            // The person knows what was set, but not what else it does not go with.
            return Optional.of(
                    e.getCause() instanceof SettingFault fault && fault.place().isEmpty()
                            ? fault.problem()
                            : e.problem());
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
                now.sweep(),
                now.search(),
                now.seeds(),
                now.slots()));
    }

    /** The configuration as a file holds it. */
    public String text() {
        return RecordFiles.write(config.get());
    }

    /**
     * What is wrong with a configuration typed as JSON.
     *
     * @param place in the text, empty where it has none
     */
    record TextFault(Message problem, Optional<JsonPlace> place) {}

    /** Takes a configuration typed as JSON; what is wrong with it names the line. */
    Optional<TextFault> setText(String json) {
        try {
            take(SettingChange.OF_TEXT, RecordFiles.parse(json, "JSON", ExperimentConfig.class, List.of()));
            return Optional.empty();
        } catch (BadInputException e) {
            Optional<JsonPlace> place = e.getCause() instanceof SettingFault fault ? fault.place() : Optional.empty();
            return Optional.of(new TextFault(e.problem(), place));
        }
    }

    /**
     * Writes the file completely or not at all.
     *
     * @throws BadInputException if it cannot be written; the document stays changed
     */
    public void save(Path target) {
        ExperimentConfig now = config.get();
        String text = RecordFiles.write(now);
        AtomicFile.write(target, path -> Files.writeString(path, text));
        known = Optional.of(KnownFile.holding(target, text));
        saved.set(now);
        file.set(Optional.of(target));
    }
}
