package dev.lamina.data.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.picture.PictureFiles.Way;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final int SIDE = 16;

    /** Each stored value once: 0 … 255, the same in all colors. */
    private static final byte[] RAMP = ramp();

    private static byte[] ramp() {
        byte[] ramp = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (i % (SIDE * SIDE));
        }
        return ramp;
    }

    private static BufferedImage gray(int bands, int dataType) {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                bands % 2 == 0,
                false,
                bands % 2 == 0 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                dataType);
        WritableRaster raster = model.createCompatibleWritableRaster(SIDE, SIDE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            for (int band = 0; band < bands; band++) {
                // The low byte of 16 bits and the opacity must not count.
                int value = bands % 2 == 0 && band == bands - 1 ? 128 : i;
                raster.setSample(i % SIDE, i / SIDE, band, dataType == DataBuffer.TYPE_BYTE ? value : value << 8 | 200);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static BufferedImage palette() {
        byte[] ramp = Arrays.copyOf(RAMP, 256);
        var model = new IndexColorModel(8, 256, ramp, ramp, ramp);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getRaster().setSample(i % SIDE, i / SIDE, 0, i);
        }
        return image;
    }

    private static BufferedImage rgb() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, i * 0x010101);
        }
        return image;
    }

    private static Map<String, byte[]> lossless() {
        int bytes = DataBuffer.TYPE_BYTE;
        int shorts = DataBuffer.TYPE_USHORT;
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("gray PNG", PictureFiles.written(gray(1, bytes), "png"));
        files.put("gray PNG with transparency", PictureFiles.written(gray(2, bytes), "png"));
        files.put("gray PNG of 16 bits", PictureFiles.written(gray(1, shorts), "png"));
        files.put("gray PNG of 16 bits with transparency", PictureFiles.written(gray(2, shorts), "png"));
        files.put("PNG", PictureFiles.written(rgb(), "png"));
        files.put("PNG with transparency", PictureFiles.written(gray(4, bytes), "png"));
        files.put("PNG of 16 bits", PictureFiles.written(gray(3, shorts), "png"));
        files.put("PNG with a palette", PictureFiles.written(palette(), "png"));
        files.put("interlaced PNG", PictureFiles.written(rgb(), "png", Way.PROGRESSIVE));
        files.put("interlaced gray PNG", PictureFiles.written(gray(1, bytes), "png", Way.PROGRESSIVE));
        files.put("BMP", PictureFiles.written(rgb(), "bmp"));
        files.put("BMP with a palette", PictureFiles.written(palette(), "bmp"));
        files.put("GIF", PictureFiles.written(palette(), "gif"));
        files.put("interlaced GIF", PictureFiles.written(palette(), "gif", Way.PROGRESSIVE));
        files.put("TIFF", PictureFiles.written(rgb(), "tiff"));
        files.put("gray TIFF", PictureFiles.written(gray(1, bytes), "tiff"));
        files.put("gray TIFF of 16 bits", PictureFiles.written(gray(1, shorts), "tiff"));
        files.put("TIFF with a palette", PictureFiles.written(palette(), "tiff"));
        return files;
    }

    static Stream<Arguments> files() {
        return lossless().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyEncodingOfAPictureGivesItsStoredSamples(String name, byte[] file) throws PictureFault {
        assertArrayEquals(RAMP, Picture.decode(file).bytes());
        assertEquals(new Picture.Size(SIDE, SIDE), Picture.size(file));
    }

    @Test
    void grayJpegIsAsBrightAsItIsStored() throws PictureFault {
        for (int value : new int[] {16, 64, 128, 240}) {
            byte[] plain = new byte[] {(byte) value};
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster()
                    .setSamples(
                            0,
                            0,
                            8,
                            8,
                            0,
                            IntStream.generate(() -> value).limit(64).toArray());
            for (Way way : Way.values()) {
                byte[] bytes =
                        Picture.decode(PictureFiles.written(image, "jpeg", way)).bytes();
                assertArrayEquals(
                        new byte[] {plain[0], plain[0], plain[0]}, new byte[] {bytes[0], bytes[64], bytes[191]});
            }
        }
    }

    @Test
    void blackAndWhiteIsZeroAnd255() throws PictureFault {
        byte[] bits = {0, (byte) 255};
        BufferedImage image =
                new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1, 2, bits, bits, bits));
        image.getRaster().setSample(1, 0, 0, 1);
        image.getRaster().setSample(0, 1, 0, 1);
        for (String format : new String[] {"wbmp", "png", "bmp", "tiff"}) {
            assertEquals("0,255/255,0", PictureFiles.reds(Picture.decode(PictureFiles.written(image, format))), format);
        }
    }

    @Test
    void ofSeveralPicturesTheFirstIsRead() throws IOException {
        BufferedImage second = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        assertArrayEquals(
                RAMP, Picture.decode(PictureFiles.animated(palette(), second)).bytes());
    }

    /** The stored rows are 10, 20, 30 and 40, 50, 60. */
    private static BufferedImage six() {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 3, 2, 0, new int[] {10, 20, 30, 40, 50, 60});
        return image;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 10,20,30/40,50,60",
                "2 | 30,20,10/60,50,40",
                "3 | 60,50,40/30,20,10",
                "4 | 40,50,60/10,20,30",
                "5 | 10,40/20,50/30,60",
                "6 | 40,10/50,20/60,30",
                "7 | 60,30/50,20/40,10",
                "8 | 30,60/20,50/10,40",
                "9 | 10,20,30/40,50,60"
            })
    void aPictureIsReadUpright(int orientation, String rows) throws IOException {
        byte[] png = PictureFiles.withChunk(PictureFiles.written(six(), "png"), "eXIf", PictureFiles.exif(orientation));
        assertEquals(rows, PictureFiles.reds(Picture.decode(png)));
        byte[] tiff = PictureFiles.tiff(3, new int[] {10, 20, 30, 40, 50, 60}, orientation);
        assertEquals(rows, PictureFiles.reds(Picture.decode(tiff)));
        byte[] plain = PictureFiles.written(six(), "jpeg");
        Picture upright =
                Picture.decode(PictureFiles.withSegment(plain, 0xe1, "Exif\0\0", PictureFiles.exif(orientation)));
        int[] wanted = Stream.of(rows.split("[,/]")).mapToInt(Integer::parseInt).toArray();
        byte[] found = upright.bytes();
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], found[i] & 0xff, 3, "pixel " + i);
        }
        assertEquals(rows.split("/").length, upright.height());
        assertEquals(new Picture.Size(upright.width(), upright.height()), Picture.size(png));
    }

    @Test
    void printersInksBecomeColorsWithoutAProfile() throws PictureFault {
        byte[] ycck = PictureFiles.withSegment(
                PictureFiles.fourComponents(SIDE, 76, 170, 74, 195), 0xee, "Adobe", new byte[] {0, 100, 0, 0, 0, 0, 2});
        byte[] cmyk = PictureFiles.fourComponents(SIDE, 255, 155, 105, 195);
        for (byte[] file : new byte[][] {ycck, cmyk}) {
            byte[] bytes = Picture.decode(file).bytes();
            int[] color = {bytes[0] & 0xff, bytes[256] & 0xff, bytes[512] & 0xff};
            assertArrayEquals(new int[] {195, 118, 80}, color);
        }
    }

    @Test
    void aProfileChangesNoSample() throws PictureFault {
        byte[] plain = PictureFiles.written(rgb(), "jpeg");
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] tagged = PictureFiles.withSegment(plain, 0xe2, "ICC_PROFILE\0\u0001\u0001", profile);
        assertArrayEquals(Picture.decode(plain).bytes(), Picture.decode(tagged).bytes());
        byte[] brokenProfile = PictureFiles.withSegment(plain, 0xe2, "ICC_PROFILE\0\u0001\u0001", new byte[50]);
        assertArrayEquals(
                Picture.decode(plain).bytes(), Picture.decode(brokenProfile).bytes());
    }

    @Test
    void aJpegWithoutMarkersIsBrightnessAndColorDifferences() throws PictureFault {
        byte[] jfif = PictureFiles.written(rgb(), "jpeg");
        int length = Bytes.unsigned16(jfif, 4);
        byte[] bare = new byte[jfif.length - length - 2];
        System.arraycopy(jfif, 0, bare, 0, 2);
        System.arraycopy(jfif, 4 + length, bare, 2, bare.length - 2);
        assertEquals(0xe0, jfif[3] & 0xff);
        assertArrayEquals(Picture.decode(jfif).bytes(), Picture.decode(bare).bytes());
    }

    private static Stream<Arguments> whole() {
        Map<String, byte[]> files = lossless();
        files.put("JPEG", PictureFiles.written(rgb(), "jpeg"));
        files.put("progressive JPEG", PictureFiles.written(rgb(), "jpeg", Way.PROGRESSIVE));
        BufferedImage white = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
        files.put("WBMP", PictureFiles.written(white, "wbmp"));
        return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void aPictureThatIsCutOffIsRefusedOrWhole(String name, byte[] file) throws PictureFault {
        byte[] samples = Picture.decode(file).bytes();
        for (int i = 0; i < 40; i++) {
            byte[] cut = Arrays.copyOf(file, file.length * i / 40);
            try {
                assertArrayEquals(samples, Picture.decode(cut).bytes(), name + " cut to " + cut.length);
            } catch (PictureFault e) {
                String message = String.valueOf(e.getMessage());
                assertTrue(message.startsWith("cannot be read as a picture (") && message.contains("; "), message);
            }
        }
        byte[] half = Arrays.copyOf(file, file.length / 2);
        assertThrows(PictureFault.class, () -> Picture.decode(half));
    }

    @Test
    void aFlippedBitInAPngIsFound() {
        byte[] file = PictureFiles.written(rgb(), "png");
        file[file.length - 30] ^= 4;
        assertEquals(
                "cannot be read as a picture (the checksum of its chunk IDAT is wrong); replace or remove it",
                fault(file));
    }

    @Test
    void aHeaderThatPromisesTooMuchIsRefusedBeforeMemoryIsTaken() {
        assertTrue(fault(PictureFiles.promising(60_000, 60_000, 100)).contains("promises 60000×60000 pixels"));
        assertTrue(
                fault(PictureFiles.promising(2_000_000_000, 2_000_000_000, 100)).contains("2000000000"));
    }

    @Test
    void aPictureLargerThanMemoryIsNamedWithItsSize() {
        // Enough bytes for the promise to be possible, and more samples than an array holds.
        String message = fault(PictureFiles.promising(40_000, 40_000, 200_000));
        assertTrue(message.startsWith("its 40000×40000 pixels, 1600 million, do not fit into the "), message);
        assertTrue(message.endsWith("; make the picture smaller, or give Java more with -Xmx"), message);
    }

    @Test
    void aPictureLargerThanTheHeapIsNamedWithItsSizeToo(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("large.png"), PictureFiles.blank(8_000));
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LittleMemory.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("pixels, 64 million, do not fit into the "), said);
    }

    /** Decodes a picture and says what is wrong with it. */
    static final class LittleMemory {
        private LittleMemory() {}

        public static void main(String[] arguments) throws IOException {
            try {
                Picture.decode(Files.readAllBytes(Path.of(arguments[0])));
            } catch (PictureFault e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RIFF....WEBPVP8 |WebP",
                "....ftypavif|AVIF",
                "....ftypheic|HEIC",
                "8BPS....|Photoshop",
                "<svg xmlns=|SVG",
                "<!DOCTYPE html>|web page",
                "version https://git-lfs.github.com/spec/v1|git lfs pull",
                "woof|no PNG, JPEG, BMP, GIF, TIFF or WBMP"
            })
    void contentOfAnotherKindIsNamed(String beginAndName) {
        String[] parts = beginAndName.split("\\|");
        String message = fault((parts[0] + " ".repeat(60)).getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(message.contains(parts[1]) && message.contains("; "), message);
    }

    private static String fault(byte[] file) {
        return String.valueOf(
                assertThrows(PictureFault.class, () -> Picture.decode(file)).getMessage());
    }
}
