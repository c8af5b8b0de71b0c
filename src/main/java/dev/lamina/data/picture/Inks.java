package dev.lamina.data.picture;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * What four components of a printer's picture are. Turned into colors without a profile, as most programs do:
 *   red = (255 − cyan)(255 − black)/255, and so on, values 0 to 255, rounded down
 */
enum Inks {
    /** Not a printer's picture. */
    NONE,
    /** 255 for all ink, as TIFF has it. */
    INKS,
    /** 255 for no ink, as every JPEG is written since Photoshop. */
    INVERTED,
    /** Inverted inks of a JPEG, cyan, magenta and yellow as brightness and two color differences. */
    INVERTED_YCC;

    /** The colors, as a raster of three bytes a pixel. */
    Raster colors(Raster stored) {
        int width = stored.getWidth();
        int shift = Math.max(0, stored.getSampleModel().getSampleSize(0) - 8);
        WritableRaster colors =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, stored.getHeight(), Samples.COLORS, null);
        int[] inks = new int[width * stored.getNumBands()];
        int[] row = new int[width * Samples.COLORS];
        for (int y = 0; y < stored.getHeight(); y++) {
            stored.getPixels(stored.getMinX(), stored.getMinY() + y, width, 1, inks);
            for (int x = 0; x < width; x++) {
                color(inks, x * stored.getNumBands(), shift, row, x * Samples.COLORS);
            }
            colors.setPixels(0, y, width, 1, row);
        }
        return colors;
    }

    private void color(int[] inks, int from, int shift, int[] colors, int to) {
        int paper = left(inks[from + 3] >> shift);
        if (this == INVERTED_YCC) {
            double y = inks[from];
            double blue = inks[from + 1] - 128;
            double red = inks[from + 2] - 128;
            colors[to] = over(255 - clamped(y + 1.402 * red), paper);
            colors[to + 1] = over(255 - clamped(y - 0.344136286 * blue - 0.714136286 * red), paper);
            colors[to + 2] = over(255 - clamped(y + 1.772 * blue), paper);
        } else {
            for (int c = 0; c < Samples.COLORS; c++) {
                colors[to + c] = over(left(inks[from + c] >> shift), paper);
            }
        }
    }

    /** How much light an ink leaves. */
    private int left(int ink) {
        return this == INKS ? 255 - ink : ink;
    }

    private static int over(int light, int paper) {
        return light * paper / 255;
    }

    private static int clamped(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }
}
