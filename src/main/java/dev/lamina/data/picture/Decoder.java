package dev.lamina.data.picture;

import dev.lamina.message.Message;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes the first picture of a file with a reader of the JDK. */
final class Decoder implements AutoCloseable {
    private static final int MOST_BITS = 16;

    private final EncodedPicture picture;
    private final MemoryCacheImageInputStream stream;
    private final ImageReader reader;
    private @Nullable String warning;

    /** @throws PictureFault if no reader knows the format */
    Decoder(EncodedPicture picture) throws PictureFault {
        this.picture = picture;
        stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content()));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw PictureFault.damaged(Message.of("data.unknownFormat"));
        }
        reader = readers.next();
        reader.setInput(stream);
        reader.addIIOReadWarningListener((_, text) -> warn(text));
    }

    /** Of the stored picture. */
    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    /**
     * @throws PictureFault if the data is damaged, or has samples that are no whole numbers of up to 16 bits
     * @throws IOException as the reader reports damage
     */
    Samples samples() throws IOException {
        Samples samples = picture.inks() == Inks.NONE
                ? colors(reader.read(0))
                : plain(picture.inks().colors(reader.readRaster(0, null)));
        if (warning != null) {
            throw PictureFault.damaged(Message.verbatim(warning));
        }
        return samples;
    }

    /** libjpeg goes on after any damage with gray, and says so; bytes too many between two segments do no harm. */
    private void warn(String text) {
        boolean harmless = text.contains("extraneous bytes") || !isJpeg();
        if (!harmless && warning == null) {
            warning = text;
        }
    }

    private boolean isJpeg() {
        return JpegFile.begins(picture.content());
    }

    private Samples colors(BufferedImage image) throws PictureFault {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            return new Samples(image.getRaster(), new int[3], values(palette), picture.orientation());
        }
        int space = model.getColorSpace().getType();
        if (space == ColorSpace.TYPE_CMYK) {
            return plain(Inks.INKS.colors(image.getRaster()));
        }
        boolean gray = space == ColorSpace.TYPE_GRAY;
        boolean linear = model.getColorSpace().equals(ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB));
        if ((!gray && space != ColorSpace.TYPE_RGB) || linear || model.isAlphaPremultiplied()) {
            return plain(converted(image));
        }
        requireWholeNumbers(model);
        int[] bands = gray ? new int[3] : new int[] {0, 1, 2};
        int[][] values = IntStream.of(bands)
                .mapToObj(band -> values(model.getComponentSize(band)))
                .toArray(int[][]::new);
        return new Samples(image.getRaster(), bands, values, picture.orientation());
    }

    /** For color spaces such as Lab, which a reader makes linear, and for colors stored times their opacity. */
    private static Raster converted(BufferedImage image) {
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            converted.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return converted.getRaster();
    }

    private Samples plain(Raster raster) {
        int[] identity = values(8);
        return new Samples(
                raster, new int[] {0, 1, 2}, new int[][] {identity, identity, identity}, picture.orientation());
    }

    private static void requireWholeNumbers(ColorModel model) throws PictureFault {
        int type = model.getTransferType();
        boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT;
        if (!whole || model.getComponentSize(0) > MOST_BITS) {
            throw new PictureFault(Message.of("data.wideSamples", model.getComponentSize(0)));
        }
    }

    private static int[][] values(IndexColorModel palette) {
        byte[][] colors = new byte[Samples.COLORS][palette.getMapSize()];
        palette.getReds(colors[0]);
        palette.getGreens(colors[1]);
        palette.getBlues(colors[2]);
        int[][] values = new int[Samples.COLORS][1 << palette.getPixelSize()];
        for (int c = 0; c < Samples.COLORS; c++) {
            for (int i = 0; i < colors[c].length; i++) {
                values[c][i] = colors[c][i] & 0xff;
            }
        }
        return values;
    }

    /** Of 16 bits the upper 8; fewer than 8 are stretched to 0 … 255. */
    private static int[] values(int bits) {
        int most = (1 << bits) - 1;
        return IntStream.rangeClosed(0, most)
                .map(v -> bits >= 8 ? v >> (bits - 8) : (v * 255 * 2 + most) / (2 * most))
                .toArray();
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
