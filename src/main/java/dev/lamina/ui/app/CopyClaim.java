package dev.lamina.ui.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to one unsaved copy, a file of a name that is never used again. It is a lock on a file beside the copy, which
 * falls with the process: a copy whose lock is free has lost its window. The lock's file is deleted only by who holds it.
 */
record CopyClaim(Path copy, Path lock, FileChannel channel) {
    static final String COPY = ".json";
    private static final String LOCK = ".lock";

    /** To a new copy, which is not written yet. */
    static CopyClaim fresh(Path folder) throws IOException {
        Files.createDirectories(folder);
        while (true) {
            Path copy = folder.resolve("unsaved-" + UUID.randomUUID() + COPY);
            Optional<CopyClaim> claim = locked(copy, StandardOpenOption.CREATE_NEW);
            if (claim.isPresent() && Files.exists(claim.get().lock)) {
                return claim.get();
            }
            // Another program that tidies up held the lock for a moment, and deleted its file.
            claim.ifPresent(CopyClaim::release);
        }
    }

    /** To a copy that is there; nothing where a living window holds it. */
    static Optional<CopyClaim> of(Path copy) throws IOException {
        Optional<CopyClaim> claim = locked(copy, StandardOpenOption.CREATE);
        if (claim.isPresent() && !Files.exists(copy)) {
            claim.get().delete();
            return Optional.empty();
        }
        return claim;
    }

    /** Deletes the file of a lock whose copy has gone. */
    static void tidy(Path lock) throws IOException {
        String name = lock.getFileName().toString();
        Path copy = lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + COPY);
        if (name.endsWith(LOCK) && !Files.exists(copy)) {
            try {
                locked(copy, StandardOpenOption.WRITE)
                        .filter(claim -> !Files.exists(copy))
                        .ifPresent(CopyClaim::delete);
            } catch (NoSuchFileException _) {
                // Its window has just deleted it.
            }
        }
    }

    private static Optional<CopyClaim> locked(Path copy, StandardOpenOption how) throws IOException {
        String name = copy.getFileName().toString();
        Path lock = copy.resolveSibling(name.substring(0, name.length() - COPY.length()) + LOCK);
        FileChannel channel = FileChannel.open(lock, how, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new CopyClaim(copy, lock, channel));
            }
        } catch (OverlappingFileLockException _) {
            // Another window of this process holds it.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Gives the claim back; the copy, if there is one, is offered by the next window that opens. */
    void release() {
        try {
            channel.close();
        } catch (IOException _) {
            // It falls with the process.
        }
    }

    /** Deletes the copy, if there is one, and the claim with it. */
    void delete() {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(lock);
        } catch (IOException _) {
            // It will be offered once more, which does no harm.
        }
        release();
    }
}
