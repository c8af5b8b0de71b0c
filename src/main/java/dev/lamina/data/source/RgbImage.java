package dev.lamina.data.source;

import dev.lamina.tensor.BadInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture as red, green and blue planes, values 0 to 255, [3][height·width] row-major; transparency is ignored.
 */
record RgbImage(int width, int height, float[][] planes) {
    /** @throws BadInputException naming the file if it is not a picture the JDK can read */
    static RgbImage decode(SourceFile file) {
        BufferedImage picture = null;
        String reason = "it is no PNG or JPEG";
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.content()))) {
            picture = ImageIO.read(stream);
        } catch (IOException | RuntimeException e) {
            // The JDK's readers answer damaged bytes with either.
            reason = String.valueOf(e.getMessage());
        }
        if (picture == null) {
            throw new BadInputException(
                    file.path() + ": cannot be read as a picture (" + reason + "); replace or remove it");
        }
        return of(picture);
    }

    private static RgbImage of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] colors = picture.getRGB(0, 0, width, height, null, 0, width);
        float[][] planes = new float[3][colors.length];
        for (int i = 0; i < colors.length; i++) {
            planes[0][i] = colors[i] >> 16 & 0xff;
            planes[1][i] = colors[i] >> 8 & 0xff;
            planes[2][i] = colors[i] & 0xff;
        }
        return new RgbImage(width, height, planes);
    }

    /**
     * Scales the shorter side to the given length with {@link Resampling} and crops the middle of the longer one.
     */
    RgbImage square(int side) {
        int shorter = Math.min(width, height);
        int newWidth = Math.round((float) width * side / shorter);
        int newHeight = Math.round((float) height * side / shorter);
        Resampling columns = Resampling.of(width, newWidth);
        Resampling rows = Resampling.of(height, newHeight);
        float[][] cropped = new float[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            float[] narrowed = columns.alongRows(planes[c], height);
            float[] scaled = rows.alongColumns(narrowed, newWidth);
            cropped[c] = crop(scaled, newWidth, (newHeight - side) / 2, (newWidth - side) / 2, side);
        }
        return new RgbImage(side, side, cropped);
    }

    private static float[] crop(float[] plane, int width, int top, int left, int side) {
        float[] result = new float[side * side];
        for (int row = 0; row < side; row++) {
            System.arraycopy(plane, (top + row) * width + left, result, row * side, side);
        }
        return result;
    }

    /** [3·height·width] unsigned bytes, rounded. */
    byte[] bytes() {
        int plane = width * height;
        byte[] bytes = new byte[planes.length * plane];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(planes[i / plane][i % plane]), 0, 255);
        }
        return bytes;
    }

    @Override
    public String toString() {
        return Arrays.toString(new int[] {width, height});
    }
}
