package dev.lamina.file;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Files that are there completely or not at all: written beside their place, forced to disk, then moved. */
public final class AtomicFile {
    /** The random part tells them from files that other programs call so. */
    private static final Pattern TEMPORARY =
            Pattern.compile("\\..+\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    /** No writer leaves its file alone for so long; what is older was left by a process that was killed. */
    private static final Duration STALE = Duration.ofMinutes(10);

    /** Writes a file's content to the given path. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Replaces the target by new content. A reader sees the old or the new content, never a part, even after the
     * machine went down; of several who write at the same time, one is the last. Symbolic links stay and lead to it; it
     * keeps the mode of the old one.
     *
     * @throws BadInputException naming the file and the cause if it cannot be written; the old content is untouched
     */
    public static void write(Path target, Content content) {
        Destination destination = destination(target);
        Path absolute = destination.file();
        String name = String.valueOf(absolute.getFileName());
        Path temporary = absolute.resolveSibling("." + name + "." + UUID.randomUUID() + ".part");
        try {
            content.writeTo(temporary);
            destination.dress(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolderOf(absolute);
        } catch (IOException e) {
            discard(temporary);
            throw unwritable(target, e);
        } catch (RuntimeException | Error e) {
            discard(temporary);
            throw e;
        }
        removeTemporaries(absolute.resolveSibling(""), Instant.now().minus(STALE));
    }

    private static Destination destination(Path target) {
        try {
            return Destination.of(target);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Whether a file is one that was being written when its writer was killed, or is being written now. */
    public static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Removes what killed writers left in a folder, for one who knows that nobody else writes there now. */
    public static void removeTemporaries(Path folder) {
        removeTemporaries(folder, Instant.MAX);
    }

    private static void removeTemporaries(Path folder, Instant before) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, AtomicFile::isTemporary)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)
                        && Files.getLastModifiedTime(entry).toInstant().isBefore(before)) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // They are in nobody's way; the next writer tries again.
        }
    }

    /** The one line about a file or folder that cannot be written. */
    public static BadInputException unwritable(Path path, IOException cause) {
        Message reason = cause instanceof NoSuchFileException ? Message.of("file.noFolder") : FileFault.reason(cause);
        return new BadInputException(Message.of("file.unwritable", reason).at(path), cause);
    }

    /** Makes the move last through a crash of the machine. */
    private static void forceFolderOf(Path absolute) {
        try (FileChannel channel = FileChannel.open(absolute.resolveSibling(""), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows opens no folders; there the file system keeps the order of its own accord.
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException _) {
            // The first failure is the one to report.
        }
    }
}
