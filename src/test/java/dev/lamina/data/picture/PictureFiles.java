package dev.lamina.data.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures drawn for tests, in the bytes of their files. */
public final class PictureFiles {
    private PictureFiles() {}

    /** What one writer is to do besides the picture. */
    public enum Way {
        PLAIN,
        PROGRESSIVE
    }

    public static byte[] written(BufferedImage image, String format) {
        return written(image, format, Way.PLAIN);
    }

    /** Progressive stands for interlaced, too. */
    public static byte[] written(BufferedImage image, String format, Way way) {
        return written(new IIOImage(image, null, null), format, way);
    }

    /** Four components of a printer's JPEG, without a marker that says so. */
    static byte[] fourComponents(int side, int... values) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, side, side, 4, null);
        for (int i = 0; i < side * side; i++) {
            raster.setPixel(i % side, i / side, values);
        }
        return written(new IIOImage(raster, null, null), "jpeg", Way.PLAIN);
    }

    private static byte[] written(IIOImage image, String format, Way way) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (way == Way.PROGRESSIVE) {
                settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            if (format.equals("jpeg")) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(1);
            }
            writer.setOutput(stream);
            writer.write(null, image, settings);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A GIF of two frames. */
    static byte[] animated(BufferedImage first, BufferedImage second) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(first, null, null), null);
            writer.writeToSequence(new IIOImage(second, null, null), null);
            writer.endWriteSequence();
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /** An uncompressed gray TIFF that says how it lies. */
    static byte[] tiff(int width, int[] values, int orientation) {
        int height = values.length / width;
        int[][] entries = {
            {256, width},
            {257, height},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 8},
            {274, orientation},
            {277, 1},
            {278, height},
            {279, values.length}
        };
        ByteBuffer file = ByteBuffer.allocate(8 + values.length + 2 + 12 * entries.length + 4);
        file.put(new byte[] {'M', 'M', 0, 42}).putInt(8 + values.length);
        IntStream.of(values).forEach(value -> file.put((byte) value));
        file.putShort((short) entries.length);
        for (int[] entry : entries) {
            file.putShort((short) entry[0])
                    .putShort((short) 3)
                    .putInt(1)
                    .putShort((short) entry[1])
                    .putShort((short) 0);
        }
        return file.array();
    }

    /** EXIF with one entry, the orientation, in big-endian order. */
    static byte[] exif(int orientation) {
        return new byte[] {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
    }

    /** A JPEG with a segment more after its start. */
    static byte[] withSegment(byte[] jpeg, int marker, String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        int length = 2 + name.length() + content.length;
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        bytes.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(content);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A PNG with a chunk more after its header. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        int header = 8 + 12 + 13;
        var bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, header);
        bytes.writeBytes(chunk(name, content));
        bytes.write(png, header, png.length - header);
        return bytes.toByteArray();
    }

    static byte[] chunk(String name, byte[] content) {
        byte[] named = new byte[4 + content.length];
        System.arraycopy(name.getBytes(StandardCharsets.ISO_8859_1), 0, named, 0, 4);
        System.arraycopy(content, 0, named, 4, content.length);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A black gray square, made without holding it. */
    static byte[] blank(int side) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var rows = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < side; y++) {
                rows.write(new byte[1 + side]);
            }
        }
        return png(side, side, 0, packed.toByteArray());
    }

    /** A PNG with a header of that size, and data that is none. */
    static byte[] promising(int width, int height, int dataBytes) {
        return png(width, height, 2, new byte[dataBytes]);
    }

    private static byte[] png(int width, int height, int colorType, byte[] data) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, (byte) colorType, 0, 0, 0})
                .array();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
        bytes.writeBytes(chunk("IHDR", header));
        bytes.writeBytes(chunk("IDAT", data));
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    /** The rows of a picture: red values only, "10,20/30,40". */
    static String reds(Picture picture) {
        StringBuilder rows = new StringBuilder();
        byte[] bytes = picture.bytes();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                rows.append(x > 0 ? "," : y > 0 ? "/" : "").append(bytes[y * picture.width() + x] & 0xff);
            }
        }
        return rows.toString();
    }
}
