package dev.lamina.data.picture;

import java.awt.image.Raster;

/**
 * A decoded picture's red, green and blue as rows of values 0 to 255, upright.
 * @param bands the raster's band of each color; of gray, one band three times
 * @param values by color, what a stored sample means
 */
record Samples(Raster raster, int[] bands, int[][] values, Orientation orientation) {
    static final int COLORS = 3;

    int width() {
        return orientation.transposes() ? raster.getHeight() : raster.getWidth();
    }

    int height() {
        return orientation.transposes() ? raster.getWidth() : raster.getHeight();
    }

    /** Copies a row of one color to row[0 … width−1]. */
    void copyRow(int color, int y, int[] row) {
        boolean transposes = orientation.transposes();
        boolean reversesLines = transposes ? orientation.reversesColumns() : orientation.reversesRows();
        boolean reversesPixels = transposes ? orientation.reversesRows() : orientation.reversesColumns();
        int line = reversesLines ? height() - 1 - y : y;
        int width = width();
        if (transposes) {
            raster.getSamples(raster.getMinX() + line, raster.getMinY(), 1, width, bands[color], row);
        } else {
            raster.getSamples(raster.getMinX(), raster.getMinY() + line, width, 1, bands[color], row);
        }
        for (int i = 0; i < width; i++) {
            row[i] = values[color][row[i]];
        }
        if (reversesPixels) {
            for (int i = 0, j = width - 1; i < j; i++, j--) {
                int kept = row[i];
                row[i] = row[j];
                row[j] = kept;
            }
        }
    }
}
