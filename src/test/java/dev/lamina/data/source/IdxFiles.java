package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small files in MNIST's format. */
final class IdxFiles {
    private IdxFiles() {}

    /** Image i is filled with 10·i + 1 and has the label i. */
    static DataLocation write(Path root, int training, int test) throws IOException {
        Path folder = Files.createDirectories(root.resolve("mnist"));
        Files.write(folder.resolve(IdxSet.TRAINING_IMAGES), packed(images(training)));
        Files.write(folder.resolve(IdxSet.TRAINING_LABELS), packed(labels(training)));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(test));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(test));
        return new DataLocation(List.of(root), root);
    }

    static byte[] images(int count) {
        ByteBuffer content = ByteBuffer.allocate(16 + count * 784);
        content.putInt(0x803).putInt(count).putInt(28).putInt(28);
        for (int i = 0; i < count * 784; i++) {
            content.put((byte) (10 * (i / 784) + 1));
        }
        return content.array();
    }

    static byte[] labels(int count) {
        ByteBuffer content = ByteBuffer.allocate(8 + count);
        content.putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            content.put((byte) i);
        }
        return content.array();
    }

    static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }
}
