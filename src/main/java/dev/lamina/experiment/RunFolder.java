package dev.lamina.experiment;

import dev.lamina.config.ConfigFiles;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.file.AtomicFile;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The files of one run. */
public record RunFolder(Path path) {
    /** File systems take 255; the time and a name within a sweep come after it. */
    private static final int MOST_NAME_BYTES = 150;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    public Path config() {
        return path.resolve("config.json");
    }

    public Path record() {
        return path.resolve("run.json");
    }

    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    public Path figures() {
        return path.resolve("figures");
    }

    /** runs/name-20260131-235959; letters that do not belong in file names become '-'. */
    public static Path standardPath(Path runs, String name, LocalDateTime now) {
        return runs.resolve(fileName(name) + "-" + TIME.format(now));
    }

    static String fileName(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._=+-]+", "-").replaceAll("^[.-]+", "");
        return safe.isEmpty() ? "run" : shortened(safe);
    }

    private static String shortened(String name) {
        int length = name.length();
        while (name.substring(0, length).getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            length = name.offsetByCodePoints(length, -1);
        }
        return name.substring(0, length);
    }

    /** @throws BadInputException if something is there already, or nothing can be written there */
    public static void requireNew(Path path) {
        if (path.toString().isBlank()) {
            throw new BadInputException("--out: the folder's name is empty; give one");
        }
        if (Files.exists(path)) {
            throw new BadInputException(
                    path + ": exists already; name a new folder with --out, or go on with it by 'resume'");
        }
        Path parent = existingParent(path.toAbsolutePath());
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new BadInputException(
                    path + ": cannot be made, " + parent + " is not a folder you may write to; choose another");
        }
    }

    private static Path existingParent(Path path) {
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        return parent == null ? path : parent;
    }

    /** Makes the folder with its configuration; without it nothing stays behind. */
    static RunFolder create(Path path, ExperimentConfig config) {
        requireNew(path);
        RunFolder folder = new RunFolder(path);
        try {
            Files.createDirectories(path);
            AtomicFile.write(folder.config(), file -> Files.writeString(file, ConfigFiles.write(config)));
            return folder;
        } catch (IOException e) {
            throw AtomicFile.unwritable(path, e);
        } catch (BadInputException e) {
            folder.discard();
            throw e;
        }
    }

    /** Takes away a folder in which nothing but its configuration could be written. */
    void discard() {
        try {
            Files.deleteIfExists(record());
            Files.deleteIfExists(config());
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // What kept the folder from being filled can keep it from being removed.
        }
    }

    /** @throws BadInputException if it is not the folder of a run */
    public static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path);
        if (!Files.isRegularFile(folder.config())) {
            throw new BadInputException(path + ": no config.json in it, not a run folder; name one that 'run' made");
        }
        return folder;
    }

    /**
     * Records that the process that worked on the run ended without a word. Nothing happens if the run has ended
     * otherwise, if someone else works on it by now, or if nothing can be written.
     */
    public void recordFailure(String message) {
        if (!Files.exists(record())) {
            return;
        }
        try (RunLock _ = RunLock.of(this)) {
            RunRecord record = readRecord();
            if (record.state().next().contains(RunState.FAILED)) {
                JsonFile.write(record(), record.to(RunState.FAILED, message, Instant.now()));
            }
        } catch (BadInputException _) {
            // Whoever resumes the run finds it as one that ended without a word, which it is.
        }
    }

    /** The configuration as resolved. */
    public ExperimentConfig readConfig() {
        return ConfigFiles.read(config(), ExperimentConfig.class, List.of());
    }

    /**
     * The configuration, to compute by it.
     *
     * @throws BadInputException also for a setting that this machine cannot serve
     */
    ExperimentConfig readServedConfig() {
        return ConfigFiles.read(config(), ExperimentConfig.class, List.of(), Backends::unserved);
    }

    /** What is known of the run. */
    public RunRecord readRecord() {
        return JsonFile.read(record(), RunRecord.class, RunRecord.FORMAT, RunRecord::upgraded);
    }
}
