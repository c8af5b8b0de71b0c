package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.train.CheckpointKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a run of its own out of a checkpoint of another run: the same configuration, the epochs up to there, the
 * checkpoint, and in run.json where they come from. Resuming it does what resuming the other run from there would do.
 */
public final class RunBranch {
    private RunBranch() {}

    /**
     * Makes the folder of the new run, whole or not at all.
     *
     * @param target must not exist, or be a folder in which nothing was done
     * @throws BadInputException if something cannot be read or written, or the checkpoint was replaced meanwhile
     */
    public static RunFolder make(StoredRun from, KeptCheckpoint checkpoint, Path target) {
        RunRecord record = from.record();
        RunFolder.requireNew(target);
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            RunFolder made = RunFolder.make(part);
            made.writeConfig(from.config());
            copyCheckpoints(from, checkpoint, made);
            MetricsFile metrics = new MetricsFile(made.metrics());
            from.metrics().stream()
                    .filter(epoch -> epoch.epoch() <= checkpoint.epochsDone())
                    .forEach(metrics::append);
            from.readings().stream()
                    .filter(reading -> reading.step() <= checkpoint.step())
                    .map(from::whole)
                    .forEach(new ReadingsFile(made)::append);
            JsonFile.write(made.record(), record.branched(from.path(), checkpoint.epochsDone(), checkpoint.step()));
            // Where nothing was done yet there may be an empty folder, which gives way.
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return new RunFolder(target);
        } catch (IOException e) {
            throw AtomicFile.unwritable(target, e);
        } finally {
            discard(part);
            RunFolder.removeIfEmpty(target);
        }
    }

    /** The best one goes along if it is older: it belongs to the same past. */
    private static void copyCheckpoints(StoredRun from, KeptCheckpoint checkpoint, RunFolder made) throws IOException {
        @Nullable String best = null;
        for (KeptCheckpoint kept : from.checkpoints()) {
            if (kept.kinds().contains(CheckpointKind.BEST) && kept.step() <= checkpoint.step()) {
                best = copy(kept.folder(), made);
            }
        }
        String last = copy(checkpoint.folder(), made);
        JsonFile.write(made.checkpoints().resolve(CheckpointFiles.INDEX), new CheckpointIndex(last, best));
    }

    private static String copy(Path checkpoint, RunFolder made) throws IOException {
        String name = String.valueOf(checkpoint.getFileName());
        Path target = Files.createDirectories(made.checkpoints().resolve(name));
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                Path copied = target.resolve(String.valueOf(file.getFileName()));
                if (!Files.exists(copied)) {
                    Files.copy(file, copied);
                }
            }
        } catch (NoSuchFileException e) {
            throw new BadInputException(Message.of("archive.newerCheckpoint").at(checkpoint), e);
        }
        // Told by the name of what it was copied from.
        CheckpointFiles.progress(target).requireSound(target, checkpoint);
        return name;
    }

    private static void discard(Path part) {
        try {
            removeAll(part);
        } catch (IOException _) {
            // What kept the folder from being filled can keep it from being removed.
        }
    }

    private static void removeAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
