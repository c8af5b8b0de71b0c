package dev.lamina.manifold;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of a block of queries with a panel of points. The panel is packed coordinate by coordinate, so that one
 * vector holds the same coordinate of neighboring points; a tile of 4 queries × 4 vectors stays in registers.
 */
final class InnerProducts {
    /** Points in a panel. */
    static final int PANEL = 512;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TILE_POINTS = 4 * LANES;
    private static final int TILE_QUERIES = 4;

    private final int dimension;
    /** [PANEL / TILE_POINTS][dimension][TILE_POINTS]. */
    private final float[] packed;
    /** [queries][dimension], rows beyond the last query are zero. */
    private final float[] queryRows;
    /** [queries][PANEL]. */
    private final float[] products;

    InnerProducts(int dimension, int queries) {
        this.dimension = dimension;
        packed = new float[PANEL * dimension];
        int rows = Math.ceilDiv(queries, TILE_QUERIES) * TILE_QUERIES;
        queryRows = new float[rows * dimension];
        products = new float[rows * PANEL];
    }

    /** ⟨x, y⟩ of query q and point j at {@code q * PANEL + j}; the array is overwritten by the next call. */
    float[] multiply(float[] points, int firstQuery, int queries, int firstPoint, int width) {
        System.arraycopy(points, firstQuery * dimension, queryRows, 0, queries * dimension);
        pack(points, firstPoint, width);
        for (int tile = 0; tile < Math.ceilDiv(width, TILE_POINTS); tile++) {
            for (int q = 0; q < queries; q += TILE_QUERIES) {
                tile(
                        queryRows,
                        q * dimension,
                        packed,
                        tile * TILE_POINTS * dimension,
                        dimension,
                        products,
                        q * PANEL + tile * TILE_POINTS);
            }
        }
        return products;
    }

    private void pack(float[] points, int first, int width) {
        for (int i = 0; i < Math.ceilDiv(width, TILE_POINTS) * TILE_POINTS; i++) {
            int to = i / TILE_POINTS * TILE_POINTS * dimension + i % TILE_POINTS;
            for (int j = 0; j < dimension; j++) {
                packed[to + j * TILE_POINTS] = i < width ? points[(first + i) * dimension + j] : 0;
            }
        }
    }

    private static void tile(float[] x, int xo, float[] p, int po, int d, float[] out, int oo) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a00 = zero, a01 = zero, a02 = zero, a03 = zero;
        FloatVector a10 = zero, a11 = zero, a12 = zero, a13 = zero;
        FloatVector a20 = zero, a21 = zero, a22 = zero, a23 = zero;
        FloatVector a30 = zero, a31 = zero, a32 = zero, a33 = zero;
        for (int j = 0; j < d; j++) {
            int at = po + j * TILE_POINTS;
            FloatVector p0 = FloatVector.fromArray(SPECIES, p, at);
            FloatVector p1 = FloatVector.fromArray(SPECIES, p, at + LANES);
            FloatVector p2 = FloatVector.fromArray(SPECIES, p, at + 2 * LANES);
            FloatVector p3 = FloatVector.fromArray(SPECIES, p, at + 3 * LANES);
            FloatVector q = FloatVector.broadcast(SPECIES, x[xo + j]);
            a00 = p0.fma(q, a00);
            a01 = p1.fma(q, a01);
            a02 = p2.fma(q, a02);
            a03 = p3.fma(q, a03);
            q = FloatVector.broadcast(SPECIES, x[xo + d + j]);
            a10 = p0.fma(q, a10);
            a11 = p1.fma(q, a11);
            a12 = p2.fma(q, a12);
            a13 = p3.fma(q, a13);
            q = FloatVector.broadcast(SPECIES, x[xo + 2 * d + j]);
            a20 = p0.fma(q, a20);
            a21 = p1.fma(q, a21);
            a22 = p2.fma(q, a22);
            a23 = p3.fma(q, a23);
            q = FloatVector.broadcast(SPECIES, x[xo + 3 * d + j]);
            a30 = p0.fma(q, a30);
            a31 = p1.fma(q, a31);
            a32 = p2.fma(q, a32);
            a33 = p3.fma(q, a33);
        }
        store(out, oo, a00, a01, a02, a03);
        store(out, oo + PANEL, a10, a11, a12, a13);
        store(out, oo + 2 * PANEL, a20, a21, a22, a23);
        store(out, oo + 3 * PANEL, a30, a31, a32, a33);
    }

    private static void store(float[] out, int o, FloatVector a, FloatVector b, FloatVector c, FloatVector d) {
        a.intoArray(out, o);
        b.intoArray(out, o + LANES);
        c.intoArray(out, o + 2 * LANES);
        d.intoArray(out, o + 3 * LANES);
    }
}
