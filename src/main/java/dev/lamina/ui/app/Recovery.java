package dev.lamina.ui.app;

import dev.lamina.config.ConfigFiles;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.file.AtomicFile;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a copy of changes that were not saved, so that they outlive the program. */
final class Recovery {
    private final Path file;
    /** Whether what is kept is of this program, or was taken over by it. */
    private boolean own;

    /** @param folder where the window keeps what it remembers */
    Recovery(Path folder) {
        this.file = folder.resolve("unsaved-experiment.json");
    }

    /** What is kept: the experiment, and the file it belongs to if it has one. */
    record Kept(
            @Setting(meaning = "the file the experiment was saved in before") @Nullable
            String savedIn,

            @Setting(meaning = "the experiment as it was last seen")
            ExperimentConfig experiment) {}

    /** Keeps the document, or lets go of what was kept if it has no changes. */
    void keep(ExperimentDocument document) {
        if (!document.changedProperty().get()) {
            letGo();
            return;
        }
        own = true;
        String savedIn = document.fileProperty().get().map(Path::toString).orElse(null);
        Kept kept = new Kept(savedIn, document.config());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
        AtomicFile.write(file, path -> Files.writeString(path, ConfigFiles.write(kept)));
    }

    /** What a program that ended too early left behind. */
    Optional<ExperimentDocument> find() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Kept kept = ConfigFiles.read(file, Kept.class, List.of());
            return Optional.of(ExperimentDocument.recovered(
                    kept.experiment(), Optional.ofNullable(kept.savedIn()).map(Path::of)));
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    /** Deletes what this program kept; what an earlier one left and nobody has answered for stays. */
    void letGo() {
        if (own) {
            clear();
        }
    }

    /** What an earlier program left is now in the open experiment. */
    void takeOver() {
        own = true;
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // It will be offered once more, which does no harm.
        }
    }
}
