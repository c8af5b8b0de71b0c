package dev.lamina.archive;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of one run, for those who write them; {@link StoredRun} reads them. */
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

    /** Is there while someone works on the run, or was killed at it; see {@link RunLock}. */
    public Path lock() {
        return path.resolve("run.lock");
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

    /**
     * Makes an empty folder with the standard name for a run to begin in; where that is taken, with -2, -3, … behind it.
     * No two callers get the same one.
     */
    public static Path claim(Path runs, String name, LocalDateTime now) {
        Path standard = standardPath(runs, name, now);
        for (int number = 1; ; number++) {
            Path path = number == 1 ? standard : standard.resolveSibling(standard.getFileName() + "-" + number);
            try {
                Files.createDirectories(runs);
                return Files.createDirectory(path);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(runs)) {
                    throw AtomicFile.unwritable(path, e);
                }
            } catch (IOException e) {
                throw AtomicFile.unwritable(path, e);
            }
        }
    }

    public static String fileName(String name) {
        String safe = PathLetters.known(name, PathLetters.encoding())
                .replaceAll("[^\\p{L}\\p{N}._=+-]+", "-")
                .replaceAll("^[.-]+", "");
        return safe.isEmpty() ? "run" : shortened(safe);
    }

    private static String shortened(String name) {
        int length = name.length();
        while (name.substring(0, length).getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            length = name.offsetByCodePoints(length, -1);
        }
        return name.substring(0, length);
    }

    /**
     * @throws BadInputException if something is there already besides what {@link #isUnbegun} allows, or nothing can be
     *     written there
     */
    public static void requireNew(Path path) {
        if (path.toString().isBlank()) {
            throw new BadInputException(Message.of("archive.emptyName").at("--out"));
        }
        if (Files.exists(path) && !new RunFolder(path).isUnbegun()) {
            throw new BadInputException(Message.of("archive.exists").at(path));
        }
        Path parent = existingParent(path.toAbsolutePath());
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new BadInputException(
                    Message.of("archive.cannotBeMade", parent).at(path));
        }
    }

    /** Whether it is a folder in which nothing was done: empty, or left by a process that was killed before run.json. */
    public boolean isUnbegun() {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(
                    entry -> entry.equals(config()) || entry.equals(lock()) || AtomicFile.isTemporary(entry));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    private static Path existingParent(Path path) {
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        return parent == null ? path : parent;
    }

    /** False once someone has taken it away. */
    public boolean isThere() {
        return Files.isDirectory(path);
    }

    /** Of a run that has nothing left to do. */
    public BadInputException finished() {
        return new BadInputException(Message.of("archive.finished").at(path));
    }

    /** Of a run whose folder was taken away. */
    public Message gone() {
        return Message.of("archive.gone").at(path);
    }

    /** Makes the folder, or takes one in which nothing was done. */
    public static RunFolder make(Path path) {
        requireNew(path);
        try {
            // In one step for those above it, in one of its own for itself: of two, one is the first.
            Path parent = path.toAbsolutePath().getParent();
            if (!Files.exists(path) && parent != null) {
                Files.createDirectories(parent);
                Files.createDirectory(path);
            }
        } catch (FileAlreadyExistsException _) {
            requireNew(path);
        } catch (IOException e) {
            throw AtomicFile.unwritable(path, e);
        }
        return new RunFolder(path);
    }

    /** Of a search: what was asked for. */
    public Path trials() {
        return path.resolve("trials.jsonl");
    }

    public void writeConfig(ExperimentConfig config) {
        AtomicFile.write(config(), file -> Files.writeString(file, RecordFiles.write(config)));
    }

    /** Whether nothing lies in it but files: of a sweep, that none of its runs has begun. */
    public boolean hasNoFolders() {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.noneMatch(Files::isDirectory);
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /** Takes away the files of a run that could not begin. */
    public void clear() {
        try {
            Files.deleteIfExists(record());
            Files.deleteIfExists(trials());
            Files.deleteIfExists(config());
        } catch (IOException _) {
            // What kept the folder from being filled can keep it from being emptied.
        }
    }

    /** Takes away a folder that nothing was written into. */
    public static void removeIfEmpty(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // Not empty, which is how it should be.
        }
    }

    /** Takes away what a killed process was writing; for the one who holds the lock. */
    public void tidy() {
        Stream.of(path, checkpoints(), figures()).filter(Files::isDirectory).forEach(AtomicFile::removeTemporaries);
    }

    BadInputException nothingDone(String config) {
        return new BadInputException(
                Message.of("archive.nothingDone", config, path).at(path));
    }
}
