package dev.lamina.data.picture;

import dev.lamina.message.Message;
import java.io.EOFException;
import java.io.IOException;

/**
 * A picture as red, green and blue samples 0 to 255, upright: those that are stored, of 16 bits the upper 8, gray three
 * times, palettes looked up, printers' inks without a profile; of several pictures the first. Transparency is ignored.
 */
public final class Picture {
    /** Of how pictures are read; another one gives other samples for some files. 1 was before gray was read as stored. */
    public static final int READING_VERSION = 2;

    /** No picture format packs more pixels into a byte; TIFF's fax coding may, where a page is blank. */
    private static final long MOST_PIXELS_PER_BYTE = 8 * 1032;

    private static final long MEBIBYTE = 1 << 20;

    private final Samples samples;

    private Picture(Samples samples) {
        this.samples = samples;
    }

    /** Width and height of a picture as it is shown, in pixels. */
    public record Size(int width, int height) {}

    /** @throws PictureFault if it is damaged, of a kind that is not read, or larger than memory allows */
    public static Picture decode(byte[] file) throws PictureFault {
        EncodedPicture encoded = bare(file);
        try (Decoder decoder = new Decoder(encoded)) {
            int width = decoder.width();
            int height = decoder.height();
            requirePlausible(file, width, height);
            if ((long) width * height > Integer.MAX_VALUE / Samples.COLORS) {
                throw tooLarge(width, height);
            }
            try {
                return new Picture(decoder.samples());
            } catch (OutOfMemoryError e) {
                throw tooLarge(width, height);
            } catch (IOException e) {
                // The reader of PNG wraps whatever it meets.
                throw e.getCause() instanceof OutOfMemoryError ? tooLarge(width, height) : e;
            }
        } catch (IOException | RuntimeException e) {
            // The JDK's readers answer damaged bytes with either.
            throw e instanceof PictureFault fault ? fault : PictureFault.damaged(reason(e));
        }
    }

    /** Reads no samples. */
    public static Size size(byte[] file) throws PictureFault {
        EncodedPicture encoded = bare(file);
        try (Decoder decoder = new Decoder(encoded)) {
            int width = decoder.width();
            int height = decoder.height();
            return encoded.orientation().transposes() ? new Size(height, width) : new Size(width, height);
        } catch (IOException | RuntimeException e) {
            throw e instanceof PictureFault fault ? fault : PictureFault.damaged(reason(e));
        }
    }

    /** @throws PictureFault if the file ends too early, or is something else than a picture that is read */
    private static EncodedPicture bare(byte[] file) throws PictureFault {
        if (JpegFile.begins(file)) {
            return JpegFile.bare(file);
        }
        if (PngFile.begins(file)) {
            return PngFile.bare(file);
        }
        if (Exif.begins(file, 0)) {
            return new EncodedPicture(file, Exif.orientation(file, 0, file.length), Inks.NONE);
        }
        ForeignContent.refuse(file);
        return new EncodedPicture(file, Orientation.TOP_LEFT, Inks.NONE);
    }

    private static void requirePlausible(byte[] file, int width, int height) throws PictureFault {
        double pixels = (double) width * height;
        if (!Exif.begins(file, 0) && pixels > MOST_PIXELS_PER_BYTE * file.length) {
            throw PictureFault.damaged(Message.of("data.tooFewBytes", width, height, file.length));
        }
    }

    private static PictureFault tooLarge(int width, int height) {
        return new PictureFault(Message.of(
                "data.tooManyPixels",
                width,
                height,
                width * 1e-6 * height,
                Runtime.getRuntime().maxMemory() / MEBIBYTE));
    }

    private static Message reason(Exception e) {
        if (e instanceof RuntimeException) {
            return Message.of("data.senseless");
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return Message.of("data.cutPicture");
            }
        }
        return Message.verbatim(
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    public int width() {
        return samples.width();
    }

    public int height() {
        return samples.height();
    }

    /** [3·height·width] unsigned bytes. */
    public byte[] bytes() {
        int width = width();
        byte[] bytes = new byte[Math.multiplyExact(Samples.COLORS, Math.multiplyExact(width, height()))];
        int[] row = new int[width];
        int at = 0;
        for (int c = 0; c < Samples.COLORS; c++) {
            for (int y = 0; y < height(); y++) {
                samples.copyRow(c, y, row);
                for (int x = 0; x < width; x++) {
                    bytes[at++] = (byte) row[x];
                }
            }
        }
        return bytes;
    }

    /**
     * Scales the shorter side to the given length with {@link Resampling} and crops the middle of the longer one.
     * @return [3·side·side] unsigned bytes, rounded
     */
    public byte[] square(int side) {
        int shorter = Math.min(width(), height());
        int newWidth = Math.round((float) width() * side / shorter);
        int newHeight = Math.round((float) height() * side / shorter);
        Resampling columns = Resampling.of(width(), newWidth);
        Resampling rows = Resampling.of(height(), newHeight);
        byte[] bytes = new byte[Samples.COLORS * side * side];
        for (int c = 0; c < Samples.COLORS; c++) {
            float[] scaled = rows.alongColumns(narrowed(c, columns, newWidth), newWidth);
            for (int i = 0; i < side * side; i++) {
                int y = (newHeight - side) / 2 + i / side;
                int x = (newWidth - side) / 2 + i % side;
                bytes[c * side * side + i] = (byte) Math.clamp(Math.round(scaled[y * newWidth + x]), 0, 255);
            }
        }
        return bytes;
    }

    /** Row by row: a large picture is never held as floats. */
    private float[] narrowed(int color, Resampling columns, int newWidth) {
        int[] row = new int[width()];
        float[] values = new float[width()];
        float[] narrowed = new float[Math.multiplyExact(height(), newWidth)];
        for (int y = 0; y < height(); y++) {
            samples.copyRow(color, y, row);
            for (int x = 0; x < row.length; x++) {
                values[x] = row[x];
            }
            System.arraycopy(columns.alongRows(values, 1), 0, narrowed, y * newWidth, newWidth);
        }
        return narrowed;
    }
}
