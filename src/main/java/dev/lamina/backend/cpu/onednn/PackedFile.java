package dev.lamina.backend.cpu.onednn;

import dev.lamina.message.Message;
import dev.lamina.tensor.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * A file inside a jar, known by the size and CRC-32 of the jar's directory, and how it gets onto the disk: written
 * beside its place, checked, then moved there in one step, so that any number of processes may do it at once.
 */
record PackedFile(String name, URL source, long sizeBytes, long crc32) {
    static PackedFile of(String name, URL source) throws IOException {
        URLConnection connection = source.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (var file = jar.getJarFile()) {
                ZipEntry entry = jar.getJarEntry();
                return new PackedFile(name, source, entry.getSize(), entry.getCrc());
            }
        }
        try (InputStream in = connection.getInputStream()) {
            CRC32 crc = new CRC32();
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
                size += n;
            }
            return new PackedFile(name, source, size, crc.getValue());
        }
    }

    /** The file in the folder, unpacked first where it is absent or damaged. */
    Path unpackInto(Path folder) throws IOException {
        Path target = folder.resolve(name);
        if (isWhole(target)) {
            return target;
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, name, ".part");
        try {
            try (InputStream in = source.openStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!isWhole(part)) {
                throw new FileProblem(Message.of("backend.notWhole", part));
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }

    private void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Windows refuses to replace a library another process has loaded; that one is then as good as ours.
            if (!isWhole(target)) {
                throw e;
            }
        }
    }

    boolean isWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != sizeBytes) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            CRC32 crc = new CRC32();
            crc.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, sizeBytes));
            return crc.getValue() == crc32;
        }
    }
}
