package dev.lamina.figure.write;

import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file so that a reader sees either the old content or the new, never a part. */
final class AtomicFile {
    private AtomicFile() {}

    /** @throws BadInputException naming the file if its folder cannot be made or written */
    static Path write(Path folder, String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            // Not createTempFile, whose files only their owner may read.
            Path temporary = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return file;
        } catch (IOException e) {
            throw new BadInputException(
                    file + ": cannot be written (" + reason(e) + "); choose a folder with space that you may write to",
                    e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }
}
