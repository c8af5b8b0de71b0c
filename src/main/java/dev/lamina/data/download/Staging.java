package dev.lamina.data.download;

import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hidden folder in which one data set is put together, beside its place so that files can be moved there at once:
 * .download-FOLDER with a file "lock" that one download holds at a time, and what has come of the files. It has one name for
 * all downloads of a set, so that the next one finds what a stopped one has left, and nothing piles up.
 */
record Staging(Path folder, List<PartialFile> parts, FileChannel lock) implements AutoCloseable {
    /** @throws BadInputException if the folder cannot be made, or another process is at it */
    static Staging open(Path root, DataCard.Published published) throws IOException {
        Path folder = root.resolve(".download-" + published.folder());
        FileChannel lock;
        try {
            Files.createDirectories(root.resolve(published.folder()));
            Files.createDirectories(folder);
            lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("data.cannotBeCreated", FileFault.reason(e)).at(root.resolve(published.folder())), e);
        }
        if (!locked(lock)) {
            lock.close();
            throw new BadInputException(Message.of("data.downloadUnderWay").at(root.resolve(published.folder())));
        }
        List<PartialFile> parts = published.downloads().stream()
                .map(file -> PartialFile.in(folder, file))
                .toList();
        Staging staging = new Staging(folder, parts, lock);
        staging.deleteAllBut(path -> parts.stream().anyMatch(part -> part.owns(path)) || path.endsWith("lock"));
        return staging;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    PartialFile part(RemoteFile file) {
        return PartialFile.in(folder, file);
    }

    /** Keeps what a later download can go on with; where there is nothing, the folder goes. */
    @Override
    public void close() throws IOException {
        for (PartialFile part : parts) {
            if (part.length() == 0) {
                part.discard();
            }
        }
        deleteAllBut(path -> parts.stream().anyMatch(part -> part.owns(path)) || path.endsWith("lock"));
        boolean nothingKept = entries().stream().allMatch(path -> path.endsWith("lock"));
        if (nothingKept) {
            Files.deleteIfExists(folder.resolve("lock"));
        }
        lock.close();
        if (nothingKept) {
            Files.deleteIfExists(folder);
        }
    }

    private void deleteAllBut(java.util.function.Predicate<Path> kept) throws IOException {
        for (Path path : entries()) {
            if (!kept.test(path)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
