package dev.lamina.interop;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import dev.lamina.tensor.HostTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors format, float32 only: 8 bytes little-endian header length, a JSON header with every tensor's type,
 * shape and byte range, then the values, row-major little-endian, without gaps.
 * Source: huggingface.co/docs/safetensors. We write tensors in the given order and align the values to 8 bytes.
 */
public final class Safetensors {
    private static final int CHUNK_BYTES = 1 << 20;

    private Safetensors() {}

    /**
     * Returns the SHA-256 of what was handed to the file system, 64 hexadecimal digits.
     *
     * @throws BadInputException naming the file if it cannot be written; what was there before is untouched
     */
    public static String write(Path file, TensorFile content) {
        MessageDigest digest = sha256();
        AtomicFile.write(file, path -> {
            try (FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                byte[] header = SafetensorsHeader.of(content).toJson();
                ByteBuffer start =
                        ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
                writeAll(
                        channel,
                        digest,
                        start.putLong(header.length).put(header).flip());
                ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (HostTensor tensor : content.tensors().values()) {
                    writeValues(channel, digest, chunk, tensor.values());
                }
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @throws BadInputException naming the file and what is wrong with it: missing, cut off, not safetensors, not float32 */
    public static TensorFile read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SafetensorsHeader header = readHeader(file, channel);
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            Map<String, HostTensor> tensors = new LinkedHashMap<>();
            for (SafetensorsHeader.Entry entry : header.entries()) {
                float[] values = new float[Math.toIntExact(entry.shape().size())];
                readValues(file, channel, chunk, values);
                tensors.put(entry.name(), new HostTensor(entry.shape(), values));
            }
            return new TensorFile(tensors, header.metadata());
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("interop.unreadable", FileFault.reason(e)).at(file), e);
        }
    }

    private static SafetensorsHeader readHeader(Path file, FileChannel channel) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readFully(file, channel, length);
        long headerBytes = length.flip().getLong();
        long rest = channel.size() - Long.BYTES;
        if (headerBytes < 2 || headerBytes > Integer.MAX_VALUE - Long.BYTES) {
            throw new BadInputException(
                    Message.of("interop.otherHeader", headerBytes).at(file));
        }
        if (headerBytes > rest) {
            throw truncated(file);
        }
        ByteBuffer text = ByteBuffer.allocate((int) headerBytes);
        readFully(file, channel, text);
        String json = StandardCharsets.UTF_8.decode(text.flip()).toString();
        SafetensorsHeader header = SafetensorsHeader.parse(file, json);
        long dataBytes = rest - headerBytes;
        if (header.dataBytes() > dataBytes) {
            throw truncated(file);
        }
        if (header.dataBytes() < dataBytes) {
            throw new BadInputException(Message.of("interop.bytesLeft", dataBytes - header.dataBytes())
                    .at(file));
        }
        return header;
    }

    private static void writeValues(FileChannel channel, MessageDigest digest, ByteBuffer chunk, float[] values)
            throws IOException {
        int perChunk = CHUNK_BYTES / Float.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int count = Math.min(perChunk, values.length - from);
            chunk.clear().asFloatBuffer().put(values, from, count);
            writeAll(channel, digest, chunk.limit(count * Float.BYTES));
        }
    }

    private static void readValues(Path file, FileChannel channel, ByteBuffer chunk, float[] values)
            throws IOException {
        int perChunk = CHUNK_BYTES / Float.BYTES;
        for (int from = 0; from < values.length; from += perChunk) {
            int count = Math.min(perChunk, values.length - from);
            readFully(file, channel, chunk.clear().limit(count * Float.BYTES));
            chunk.flip().asFloatBuffer().get(values, from, count);
        }
    }

    private static void writeAll(FileChannel channel, MessageDigest digest, ByteBuffer bytes) throws IOException {
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void readFully(Path file, FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw truncated(file);
            }
        }
    }

    private static BadInputException truncated(Path file) {
        return new BadInputException(Message.of("interop.cutOff").at(file));
    }
}
