package dev.lamina.experiment;

import dev.lamina.file.AtomicFile;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second process, or a second thread, from working on a run; falls with the process that holds it. */
public final class RunLock implements AutoCloseable {
    private static final String NAME = "run.lock";

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws BadInputException if someone else works on the run */
    public static RunLock of(RunFolder folder) {
        Path file = folder.path().resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new BadInputException(folder.path()
                        + ": another process is working on this run; wait for it, or stop it with Ctrl-C");
            }
            return new RunLock(file, channel);
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // An unlocked file that stays behind is in nobody's way.
        }
    }
}
