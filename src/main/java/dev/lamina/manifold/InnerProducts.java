package dev.lamina.manifold;

import static dev.lamina.manifold.ProductShape.DEPTH;
import static dev.lamina.manifold.ProductShape.LANES;
import static dev.lamina.manifold.ProductShape.PANEL;
import static dev.lamina.manifold.ProductShape.PITCH;
import static dev.lamina.manifold.ProductShape.SPECIES;
import static dev.lamina.manifold.ProductShape.STRIP;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Inner products of a strip of points with a panel of points, both moved by the same center:
 * <pre>
 *   panel  packed once for many strips: [chunk of coordinates][tile of points][coordinate][point], so that one vector
 *          holds the same coordinate of neighboring points
 *   strip  copied chunk by chunk, row by row, rows PITCH apart: one index reaches the rows of a tile
 *   tile   6 rows × 4 vectors of sums in 32 registers, 6 × 2 in 16
 * </pre>
 * A sum runs over {@link ProductShape#DEPTH} coordinates in order, the sums of chunks are added in order.
 */
final class InnerProducts {
    /** 16 vector registers with AVX2, the one with 8 lanes; 32 with AVX-512 and NEON. */
    private static final boolean MANY_REGISTERS = LANES != 8;

    private static final int TILE_ROWS = 6;
    private static final int TILE_POINTS = (MANY_REGISTERS ? 4 : 2) * LANES;

    private final Points points;
    private final float[] center;
    private final float[] panel;
    private final float[] strip = new float[STRIP * PITCH];
    private final float[] products = new float[STRIP * PANEL];
    /** No index, see {@link ProductTile}. Not a constant, or C2 would know that it never occurs. */
    private final int never;

    private int firstPoint = -1;
    private int width;

    /** @param center subtracted from every point */
    InnerProducts(Points points, float[] center) {
        this.points = points;
        this.center = center;
        panel = new float[PANEL * points.dimension()];
        never = -1;
    }

    /** Takes the points from first on as the panel; nothing to do where they are already. */
    void take(int first, int count) {
        if (first == firstPoint && count == width) {
            return;
        }
        for (int chunk = 0; chunk < points.dimension(); chunk += DEPTH) {
            pack(first, count, chunk, Math.min(DEPTH, points.dimension() - chunk));
        }
        firstPoint = first;
        width = count;
    }

    private void pack(int first, int count, int chunk, int depth) {
        for (int i = 0; i < roundedUp(count, TILE_POINTS); i++) {
            int to = PANEL * chunk + i / TILE_POINTS * TILE_POINTS * depth + i % TILE_POINTS;
            int from = (first + i) * points.dimension() + chunk;
            for (int j = 0; j < depth; j++) {
                panel[to + j * TILE_POINTS] = i < count ? points.coordinates()[from + j] - center[chunk + j] : 0;
            }
        }
    }

    /** ⟨x, y⟩ of row r and the panel's point j at {@code r * PANEL + j}; the array is overwritten by the next call. */
    float[] multiply(int firstRow, int rows) {
        int tileRows = roundedUp(rows, TILE_ROWS);
        Arrays.fill(products, 0, tileRows * PANEL, 0);
        for (int chunk = 0; chunk < points.dimension(); chunk += DEPTH) {
            int depth = Math.min(DEPTH, points.dimension() - chunk);
            copy(firstRow, rows, chunk, depth);
            for (int j = 0; j < width; j += TILE_POINTS) {
                int at = PANEL * chunk + j * depth;
                for (int r = 0; r < tileRows; r += TILE_ROWS) {
                    if (MANY_REGISTERS) {
                        ProductTile.add6x4(strip, r * PITCH, panel, at, depth, products, r * PANEL + j, never);
                    } else {
                        ProductTile.add6x2(strip, r * PITCH, panel, at, depth, products, r * PANEL + j, never);
                    }
                }
            }
        }
        return products;
    }

    private void copy(int firstRow, int rows, int chunk, int depth) {
        for (int r = 0; r < rows; r++) {
            int from = (firstRow + r) * points.dimension() + chunk;
            subtract(points.coordinates(), from, center, chunk, strip, r * PITCH, depth);
        }
        Arrays.fill(strip, rows * PITCH, roundedUp(rows, TILE_ROWS) * PITCH, 0);
    }

    private static void subtract(float[] x, int xo, float[] y, int yo, float[] to, int o, int count) {
        int j = 0;
        for (; j < SPECIES.loopBound(count); j += LANES) {
            FloatVector.fromArray(SPECIES, x, xo + j)
                    .sub(FloatVector.fromArray(SPECIES, y, yo + j))
                    .intoArray(to, o + j);
        }
        for (; j < count; j++) {
            to[o + j] = x[xo + j] - y[yo + j];
        }
    }

    private static int roundedUp(int count, int step) {
        return Math.ceilDiv(count, step) * step;
    }
}
