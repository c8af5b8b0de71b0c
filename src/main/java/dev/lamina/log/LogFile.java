package dev.lamina.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that only grows at its end, and the ones before it. Several processes write it at once: each text is one write at
 * the end of the file, which is opened for it, and whoever finds the file full moves it away under a lock. Where two
 * processes find it full together, a text may end up in the file that was just moved.
 *
 * @param limitBytes that a file takes, at most twice as much while another process is about to move it away
 * @param files that are kept: NAME.log, NAME.log.1 and so on, the higher the older
 */
record LogFile(Path file, long limitBytes, int files) {
    private static final long LIMIT_BYTES = 1L << 20;
    private static final int FILES = 3;

    static LogFile at(Path file) {
        return new LogFile(file, LIMIT_BYTES, FILES);
    }

    /** Adds a text at the end; makes folders on the way. */
    void append(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.getParent());
        if (isBeyond(limitBytes, bytes.length)) {
            rotate(bytes.length);
            if (isBeyond(2 * limitBytes, bytes.length)) {
                return;
            }
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    private boolean isBeyond(long bound, int more) throws IOException {
        try {
            return Files.size(file) + more > bound;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private void rotate(int more) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null && isBeyond(limitBytes, more)) {
                for (int age = files - 1; age > 0; age--) {
                    move(old(age - 1), old(age));
                }
            }
        } catch (OverlappingFileLockException _) {
            // Another thread is about it.
        }
    }

    private Path old(int age) {
        return age == 0 ? file : file.resolveSibling(file.getFileName() + "." + age);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException _) {
            // There were not as many yet.
        }
    }
}
