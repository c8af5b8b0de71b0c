package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one-dimensional transforms of Winograd's F(4, 3) with the points 0, ±1, ±2, ∞, on vectors of 16 channels.
 * Each is applied to columns, then to rows, of a tile:
 * <pre>
 *   input    v = Bᵀ d B    d 6×6 pixels      output          y = Aᵀ m A     y 4×4 pixels
 *   weights  u = G g Gᵀ    g 3×3 taps        weight gradient dg = Gᵀ du G;  gradient tile d = A dy Aᵀ
 * </pre>
 * Source: Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, CVPR 2016, section 4.3.
 * Memory is given by address, distances in bytes; u, v and d are arrays (see
 * {@link WinogradScratch}), their distances in floats.
 */
final class WinogradTile {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    /** One vector. */
    private static final int BYTES = 64;

    private WinogradTile() {}

    private static FloatVector splat(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    /** Bᵀ down six rows of pixels, for every column of a band: band[r][x], r = 0..5. */
    static void inputColumns(long x, long rowBytes, int width, long band, int pitch) {
        int end = width * BYTES;
        for (int i = 0; i < end; i += BYTES) {
            long at = x + i;
            long to = band + i;
            FloatVector d0 = load(at);
            FloatVector d1 = load(at + rowBytes);
            FloatVector d2 = load(at + 2 * rowBytes);
            FloatVector d3 = load(at + 3 * rowBytes);
            FloatVector d4 = load(at + 4 * rowBytes);
            FloatVector d5 = load(at + 5 * rowBytes);
            FloatVector a = d2.fma(splat(-4), d4);
            FloatVector b = d1.fma(splat(-4), d3);
            FloatVector c = d4.sub(d2);
            FloatVector e = d3.sub(d1);
            store(d0.fma(splat(4), d2.fma(splat(-5), d4)), to);
            store(a.add(b), to + pitch);
            store(a.sub(b), to + 2L * pitch);
            store(e.fma(splat(2), c), to + 3L * pitch);
            store(e.fma(splat(-2), c), to + 4L * pitch);
            store(d1.fma(splat(4), d3.fma(splat(-5), d5)), to + 5L * pitch);
        }
    }

    /** Bᵀ along the six columns of one tile of a band, for each of its six rows: v[k], k = 6r + s. */
    static void inputRows(long band, int pitch, float[] v, int vo, int vs) {
        for (int r = 0; r < 6; r++) {
            long at = band + (long) r * pitch;
            int to = vo + 6 * r * vs;
            FloatVector d0 = load(at);
            FloatVector d1 = load(at + BYTES);
            FloatVector d2 = load(at + 2 * BYTES);
            FloatVector d3 = load(at + 3 * BYTES);
            FloatVector d4 = load(at + 4 * BYTES);
            FloatVector d5 = load(at + 5 * BYTES);
            FloatVector a = d2.fma(splat(-4), d4);
            FloatVector b = d1.fma(splat(-4), d3);
            FloatVector c = d4.sub(d2);
            FloatVector e = d3.sub(d1);
            d0.fma(splat(4), d2.fma(splat(-5), d4)).intoArray(v, to);
            a.add(b).intoArray(v, to + vs);
            a.sub(b).intoArray(v, to + 2 * vs);
            e.fma(splat(2), c).intoArray(v, to + 3 * vs);
            e.fma(splat(-2), c).intoArray(v, to + 4 * vs);
            d1.fma(splat(4), d3.fma(splat(-5), d5)).intoArray(v, to + 5 * vs);
        }
    }

    /** Aᵀ down the columns of one tile of products m[k]: work[y][s], y = 0..3 rows of six vectors. */
    static void outputColumns(long m, long kBytes, long work) {
        for (int s = 0; s < 6; s++) {
            long at = m + s * kBytes;
            long to = work + (long) s * BYTES;
            FloatVector d0 = load(at);
            FloatVector d1 = load(at + 6 * kBytes);
            FloatVector d2 = load(at + 12 * kBytes);
            FloatVector d3 = load(at + 18 * kBytes);
            FloatVector d4 = load(at + 24 * kBytes);
            FloatVector d5 = load(at + 30 * kBytes);
            FloatVector p = d1.add(d2);
            FloatVector q = d3.add(d4);
            FloatVector t = d1.sub(d2);
            FloatVector u = d3.sub(d4);
            store(d0.add(p).add(q), to);
            store(u.fma(splat(2), t), to + 6 * BYTES);
            store(q.fma(splat(4), p), to + 12 * BYTES);
            store(u.fma(splat(8), t).add(d5), to + 18 * BYTES);
        }
    }

    /** Aᵀ along the rows of one tile: rows × 4 pixels of y. */
    static void outputRows(long work, int rows, long y, long rowBytes) {
        for (int r = 0; r < rows; r++) {
            long at = work + (long) r * 6 * BYTES;
            long to = y + r * rowBytes;
            FloatVector d0 = load(at);
            FloatVector d1 = load(at + BYTES);
            FloatVector d2 = load(at + 2 * BYTES);
            FloatVector d3 = load(at + 3 * BYTES);
            FloatVector d4 = load(at + 4 * BYTES);
            FloatVector d5 = load(at + 5 * BYTES);
            FloatVector p = d1.add(d2);
            FloatVector q = d3.add(d4);
            FloatVector t = d1.sub(d2);
            FloatVector u = d3.sub(d4);
            store(d0.add(p).add(q), to);
            store(u.fma(splat(2), t), to + BYTES);
            store(q.fma(splat(4), p), to + 2 * BYTES);
            store(u.fma(splat(8), t).add(d5), to + 3 * BYTES);
        }
    }

    /** A down the columns of a 4×4 tile of the output gradient: work[r][x], r = 0..5 rows of four vectors. */
    static void gradientColumns(long dy, long rowBytes, long work) {
        for (int i = 0; i < 4; i++) {
            long at = dy + (long) i * BYTES;
            long to = work + (long) i * BYTES;
            FloatVector y0 = load(at);
            FloatVector y1 = load(at + rowBytes);
            FloatVector y2 = load(at + 2 * rowBytes);
            FloatVector y3 = load(at + 3 * rowBytes);
            FloatVector a = y0.add(y2);
            FloatVector b = y1.add(y3);
            FloatVector c = y2.fma(splat(4), y0);
            FloatVector e = y3.fma(splat(8), y1.add(y1));
            store(y0, to);
            store(a.add(b), to + 4 * BYTES);
            store(a.sub(b), to + 8 * BYTES);
            store(c.add(e), to + 12 * BYTES);
            store(c.sub(e), to + 16 * BYTES);
            store(y3, to + 20 * BYTES);
        }
    }

    /** A along the rows of one tile of the output gradient: d[k], k = 6r + s. */
    static void gradientRows(long work, float[] d, int dx, int ds) {
        for (int r = 0; r < 6; r++) {
            long at = work + (long) r * 4 * BYTES;
            int to = dx + 6 * r * ds;
            FloatVector y0 = load(at);
            FloatVector y1 = load(at + BYTES);
            FloatVector y2 = load(at + 2 * BYTES);
            FloatVector y3 = load(at + 3 * BYTES);
            FloatVector a = y0.add(y2);
            FloatVector b = y1.add(y3);
            FloatVector c = y2.fma(splat(4), y0);
            FloatVector e = y3.fma(splat(8), y1.add(y1));
            y0.intoArray(d, to);
            a.add(b).intoArray(d, to + ds);
            a.sub(b).intoArray(d, to + 2 * ds);
            c.add(e).intoArray(d, to + 3 * ds);
            c.sub(e).intoArray(d, to + 4 * ds);
            y3.intoArray(d, to + 5 * ds);
        }
    }

    /** G on three vectors of taps. */
    static void weights(FloatVector g0, FloatVector g1, FloatVector g2, float[] to, int at, int distance) {
        FloatVector s = g0.add(g2);
        FloatVector p = g0.fma(splat(1 / 24f), g2.mul(1 / 6f));
        FloatVector q = g1.mul(1 / 12f);
        g0.mul(0.25f).intoArray(to, at);
        s.add(g1).mul(-1 / 6f).intoArray(to, at + distance);
        s.sub(g1).mul(-1 / 6f).intoArray(to, at + 2 * distance);
        p.add(q).intoArray(to, at + 3 * distance);
        p.sub(q).intoArray(to, at + 4 * distance);
        g2.intoArray(to, at + 5 * distance);
    }

    /** Gᵀ on six vectors. */
    static void weightGradient(long from, long distance, long to, long toDistance) {
        FloatVector u0 = load(from);
        FloatVector u1 = load(from + distance);
        FloatVector u2 = load(from + 2 * distance);
        FloatVector u3 = load(from + 3 * distance);
        FloatVector u4 = load(from + 4 * distance);
        FloatVector u5 = load(from + 5 * distance);
        FloatVector x = u1.add(u2).mul(-1 / 6f);
        FloatVector y = u3.add(u4);
        store(u0.mul(.25f).add(x).add(y.mul(1 / 24f)), to);
        store(u2.sub(u1).mul(1 / 6f).add(u3.sub(u4).mul(1 / 12f)), to + toDistance);
        store(y.mul(1 / 6f).add(x).add(u5), to + 2 * toDistance);
    }
}
