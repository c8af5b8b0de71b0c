package dev.lamina.manifold;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of a strip of points with a panel of points, both moved by the same center:
 * <pre>
 *   panel  packed once for many strips: [chunk of coordinates][tile of points][coordinate][point], so that one vector
 *          holds the same coordinate of neighboring points
 *   strip  copied chunk by chunk, row by row, rows PITCH apart: one index reaches the rows of a tile
 *   tile   6 rows × 4 vectors of sums in 32 registers, 4 × 2 in 16 (C2 loads all factors before the first sum)
 * </pre>
 * A sum runs over {@link #DEPTH} coordinates in order, the sums of chunks are added in order.
 */
final class InnerProducts {
    /** Points of a panel at most. */
    static final int PANEL = 384;

    /** Points of a strip at most. */
    static final int STRIP = 96;

    /** Coordinates of a chunk: a tile's part of the panel stays in the first cache, a strip's in the second. */
    static final int DEPTH = 256;

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Beyond the chunk one line, so that the rows of a tile do not share cache sets. */
    private static final int PITCH = DEPTH + 16;

    /** 16 vector registers with AVX2, the one with 8 lanes; 32 with AVX-512 and NEON. */
    private static final boolean MANY_REGISTERS = LANES != 8;

    private static final int TILE_ROWS = MANY_REGISTERS ? 6 : 4;
    private static final int TILE_POINTS = (MANY_REGISTERS ? 4 : 2) * LANES;

    private final Points points;
    private final float[] center;
    private final float[] panel;
    private final float[] strip = new float[STRIP * PITCH];
    private final float[] products = new float[STRIP * PANEL];
    private int firstPoint = -1;
    private int width;

    /** @param center subtracted from every point */
    InnerProducts(Points points, float[] center) {
        this.points = points;
        this.center = center;
        panel = new float[PANEL * points.dimension()];
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
                        tile6x4(strip, r * PITCH, panel, at, depth, products, r * PANEL + j);
                    } else {
                        tile4x2(strip, r * PITCH, panel, at, depth, products, r * PANEL + j);
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

    private static void tile4x2(float[] x, int xo, float[] p, int po, int depth, float[] out, int o) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a0 = zero, a1 = zero, b0 = zero, b1 = zero;
        FloatVector c0 = zero, c1 = zero, d0 = zero, d1 = zero;
        for (int j = 0; j < depth; j++) {
            FloatVector p0 = FloatVector.fromArray(SPECIES, p, po + j * 2 * LANES);
            FloatVector p1 = FloatVector.fromArray(SPECIES, p, po + j * 2 * LANES + LANES);
            FloatVector q = FloatVector.broadcast(SPECIES, x[xo + j]);
            a0 = p0.fma(q, a0);
            a1 = p1.fma(q, a1);
            q = FloatVector.broadcast(SPECIES, x[xo + PITCH + j]);
            b0 = p0.fma(q, b0);
            b1 = p1.fma(q, b1);
            q = FloatVector.broadcast(SPECIES, x[xo + 2 * PITCH + j]);
            c0 = p0.fma(q, c0);
            c1 = p1.fma(q, c1);
            q = FloatVector.broadcast(SPECIES, x[xo + 3 * PITCH + j]);
            d0 = p0.fma(q, d0);
            d1 = p1.fma(q, d1);
        }
        a0.add(FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
        a1.add(FloatVector.fromArray(SPECIES, out, o + LANES)).intoArray(out, o + LANES);
        b0.add(FloatVector.fromArray(SPECIES, out, o + PANEL)).intoArray(out, o + PANEL);
        b1.add(FloatVector.fromArray(SPECIES, out, o + PANEL + LANES)).intoArray(out, o + PANEL + LANES);
        c0.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL)).intoArray(out, o + 2 * PANEL);
        c1.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL + LANES)).intoArray(out, o + 2 * PANEL + LANES);
        d0.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL)).intoArray(out, o + 3 * PANEL);
        d1.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL + LANES)).intoArray(out, o + 3 * PANEL + LANES);
    }

    private static void tile6x4(float[] x, int xo, float[] p, int po, int depth, float[] out, int o) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a0 = zero, a1 = zero, a2 = zero, a3 = zero;
        FloatVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
        FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
        FloatVector d0 = zero, d1 = zero, d2 = zero, d3 = zero;
        FloatVector e0 = zero, e1 = zero, e2 = zero, e3 = zero;
        FloatVector f0 = zero, f1 = zero, f2 = zero, f3 = zero;
        for (int j = 0; j < depth; j++) {
            FloatVector p0 = FloatVector.fromArray(SPECIES, p, po + j * 4 * LANES);
            FloatVector p1 = FloatVector.fromArray(SPECIES, p, po + j * 4 * LANES + LANES);
            FloatVector p2 = FloatVector.fromArray(SPECIES, p, po + j * 4 * LANES + 2 * LANES);
            FloatVector p3 = FloatVector.fromArray(SPECIES, p, po + j * 4 * LANES + 3 * LANES);
            FloatVector q = FloatVector.broadcast(SPECIES, x[xo + j]);
            a0 = p0.fma(q, a0);
            a1 = p1.fma(q, a1);
            a2 = p2.fma(q, a2);
            a3 = p3.fma(q, a3);
            q = FloatVector.broadcast(SPECIES, x[xo + PITCH + j]);
            b0 = p0.fma(q, b0);
            b1 = p1.fma(q, b1);
            b2 = p2.fma(q, b2);
            b3 = p3.fma(q, b3);
            q = FloatVector.broadcast(SPECIES, x[xo + 2 * PITCH + j]);
            c0 = p0.fma(q, c0);
            c1 = p1.fma(q, c1);
            c2 = p2.fma(q, c2);
            c3 = p3.fma(q, c3);
            q = FloatVector.broadcast(SPECIES, x[xo + 3 * PITCH + j]);
            d0 = p0.fma(q, d0);
            d1 = p1.fma(q, d1);
            d2 = p2.fma(q, d2);
            d3 = p3.fma(q, d3);
            q = FloatVector.broadcast(SPECIES, x[xo + 4 * PITCH + j]);
            e0 = p0.fma(q, e0);
            e1 = p1.fma(q, e1);
            e2 = p2.fma(q, e2);
            e3 = p3.fma(q, e3);
            q = FloatVector.broadcast(SPECIES, x[xo + 5 * PITCH + j]);
            f0 = p0.fma(q, f0);
            f1 = p1.fma(q, f1);
            f2 = p2.fma(q, f2);
            f3 = p3.fma(q, f3);
        }
        a0.add(FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
        a1.add(FloatVector.fromArray(SPECIES, out, o + LANES)).intoArray(out, o + LANES);
        a2.add(FloatVector.fromArray(SPECIES, out, o + 2 * LANES)).intoArray(out, o + 2 * LANES);
        a3.add(FloatVector.fromArray(SPECIES, out, o + 3 * LANES)).intoArray(out, o + 3 * LANES);
        b0.add(FloatVector.fromArray(SPECIES, out, o + PANEL)).intoArray(out, o + PANEL);
        b1.add(FloatVector.fromArray(SPECIES, out, o + PANEL + LANES)).intoArray(out, o + PANEL + LANES);
        b2.add(FloatVector.fromArray(SPECIES, out, o + PANEL + 2 * LANES)).intoArray(out, o + PANEL + 2 * LANES);
        b3.add(FloatVector.fromArray(SPECIES, out, o + PANEL + 3 * LANES)).intoArray(out, o + PANEL + 3 * LANES);
        c0.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL)).intoArray(out, o + 2 * PANEL);
        c1.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL + LANES)).intoArray(out, o + 2 * PANEL + LANES);
        c2.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL + 2 * LANES))
                .intoArray(out, o + 2 * PANEL + 2 * LANES);
        c3.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL + 3 * LANES))
                .intoArray(out, o + 2 * PANEL + 3 * LANES);
        d0.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL)).intoArray(out, o + 3 * PANEL);
        d1.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL + LANES)).intoArray(out, o + 3 * PANEL + LANES);
        d2.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL + 2 * LANES))
                .intoArray(out, o + 3 * PANEL + 2 * LANES);
        d3.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL + 3 * LANES))
                .intoArray(out, o + 3 * PANEL + 3 * LANES);
        e0.add(FloatVector.fromArray(SPECIES, out, o + 4 * PANEL)).intoArray(out, o + 4 * PANEL);
        e1.add(FloatVector.fromArray(SPECIES, out, o + 4 * PANEL + LANES)).intoArray(out, o + 4 * PANEL + LANES);
        e2.add(FloatVector.fromArray(SPECIES, out, o + 4 * PANEL + 2 * LANES))
                .intoArray(out, o + 4 * PANEL + 2 * LANES);
        e3.add(FloatVector.fromArray(SPECIES, out, o + 4 * PANEL + 3 * LANES))
                .intoArray(out, o + 4 * PANEL + 3 * LANES);
        f0.add(FloatVector.fromArray(SPECIES, out, o + 5 * PANEL)).intoArray(out, o + 5 * PANEL);
        f1.add(FloatVector.fromArray(SPECIES, out, o + 5 * PANEL + LANES)).intoArray(out, o + 5 * PANEL + LANES);
        f2.add(FloatVector.fromArray(SPECIES, out, o + 5 * PANEL + 2 * LANES))
                .intoArray(out, o + 5 * PANEL + 2 * LANES);
        f3.add(FloatVector.fromArray(SPECIES, out, o + 5 * PANEL + 3 * LANES))
                .intoArray(out, o + 5 * PANEL + 3 * LANES);
    }
}
