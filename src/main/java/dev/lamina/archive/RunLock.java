package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second process, or a second thread, from working on a run; falls with the process that holds it.
 *
 * <p>The lock is one of the operating system on a file that names its holder and is there only while it is held. Who
 * gets it makes sure that the file still lies in the folder: it may be one that the holder before has just removed.
 */
public final class RunLock implements AutoCloseable {
    /** Behind the text, which others read while it is held; Windows lets nobody read what is locked. */
    private static final long PLACE = Integer.MAX_VALUE;

    private static final int MOST_BYTES = 100;

    /**
     * Folders that this process holds. Where POSIX rules, locks belong to the process, and closing a file drops all that
     * the process has on it: what it holds, it must not even open.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path file;
    private final FileChannel lock;
    private final FileChannel seen;
    private final String mine;

    private RunLock(Path folder, Path file, FileChannel lock, FileChannel seen, String mine) {
        this.folder = folder;
        this.file = file;
        this.mine = mine;
        this.lock = lock;
        this.seen = seen;
    }

    /** @throws BadInputException if someone else works on the run; the message names the process */
    public static RunLock of(RunFolder folder) {
        Path file = folder.lock();
        try {
            Path real = folder.path().toRealPath();
            if (!HELD.add(real)) {
                throw new BadInputException(Message.of("archive.inUseHere").at(folder.path()));
            }
            try {
                return acquired(folder, real, file);
            } catch (IOException | RuntimeException | Error e) {
                HELD.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    /** Whether there is one, held or left behind by a process that was killed. */
    public static boolean isIn(RunFolder folder) {
        return Files.exists(folder.lock());
    }

    private static RunLock acquired(RunFolder folder, Path real, Path file) throws IOException {
        while (true) {
            Optional<RunLock> lock = attempt(folder, real, file);
            if (lock.isPresent()) {
                return lock.get();
            }
        }
    }

    /** Nothing if the file was removed between its opening and its locking. */
    private static Optional<RunLock> attempt(RunFolder folder, Path real, Path file) throws IOException {
        FileChannel lock =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock(PLACE, 1, false) == null) {
                String holder = text(lock).lines().findFirst().orElse("").strip();
                throw inUse(folder, holder);
            }
            String mine = ProcessHandle.current().pid() + "\n" + UUID.randomUUID() + "\n";
            lock.truncate(0);
            lock.write(ByteBuffer.wrap(mine.getBytes(StandardCharsets.UTF_8)), 0);
            FileChannel seen = FileChannel.open(file, StandardOpenOption.READ);
            if (text(seen).equals(mine)) {
                return Optional.of(new RunLock(real, file, lock, seen, mine));
            }
            seen.close();
        } catch (NoSuchFileException _) {
            // Removed by the one who held it before.
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
        lock.close();
        return Optional.empty();
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        channel.read(bytes, 0);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static BadInputException inUse(RunFolder folder, String holder) {
        boolean known = holder.matches("\\d{1,19}");
        return new BadInputException(
                (known ? Message.of("archive.inUseBy", holder) : Message.of("archive.inUse")).at(folder.path()));
    }

    @Override
    public void close() {
        // Removed while it is held, so that nobody can have locked it; the folder may be another one by now.
        try (FileChannel there = FileChannel.open(file, StandardOpenOption.READ)) {
            if (text(there).equals(mine)) {
                Files.delete(file);
            }
        } catch (IOException _) {
            // An unlocked file that stays behind is in nobody's way.
        }
        close(seen);
        close(lock);
        HELD.remove(folder);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // Its lock falls with the process at the latest.
        }
    }
}
