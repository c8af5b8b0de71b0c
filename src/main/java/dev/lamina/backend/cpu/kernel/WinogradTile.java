package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;

import jdk.incubator.vector.FloatVector;

/**
 * The one-dimensional transforms of Winograd's F(4, 3) with the points 0, ±1, ±2, ∞, on vectors of B channels.
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
            FloatVector d0 = FloatVector.fromMemorySegment(FLOATS, ALL, at, ORDER);
            FloatVector d1 = FloatVector.fromMemorySegment(FLOATS, ALL, at + rowBytes, ORDER);
            FloatVector d2 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 2 * rowBytes, ORDER);
            FloatVector d3 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 3 * rowBytes, ORDER);
            FloatVector d4 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 4 * rowBytes, ORDER);
            FloatVector d5 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 5 * rowBytes, ORDER);
            FloatVector a = d2.fma(splat(-4), d4);
            FloatVector b = d1.fma(splat(-4), d3);
            FloatVector c = d4.sub(d2);
            FloatVector e = d3.sub(d1);
            d0.fma(splat(4), d2.fma(splat(-5), d4)).intoMemorySegment(ALL, to, ORDER);
            a.add(b).intoMemorySegment(ALL, to + pitch, ORDER);
            a.sub(b).intoMemorySegment(ALL, to + 2L * pitch, ORDER);
            e.fma(splat(2), c).intoMemorySegment(ALL, to + 3L * pitch, ORDER);
            e.fma(splat(-2), c).intoMemorySegment(ALL, to + 4L * pitch, ORDER);
            d1.fma(splat(4), d3.fma(splat(-5), d5)).intoMemorySegment(ALL, to + 5L * pitch, ORDER);
        }
    }

    /** Bᵀ along the six columns of one tile of a band, for each of its six rows: v[k], k = 6r + s. */
    static void inputRows(long band, int pitch, float[] v, int vo, int vs) {
        for (int r = 0; r < 6; r++) {
            long at = band + (long) r * pitch;
            int to = vo + 6 * r * vs;
            FloatVector d0 = FloatVector.fromMemorySegment(FLOATS, ALL, at, ORDER);
            FloatVector d1 = FloatVector.fromMemorySegment(FLOATS, ALL, at + BYTES, ORDER);
            FloatVector d2 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 2L * BYTES, ORDER);
            FloatVector d3 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 3L * BYTES, ORDER);
            FloatVector d4 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 4L * BYTES, ORDER);
            FloatVector d5 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 5L * BYTES, ORDER);
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
            FloatVector d0 = FloatVector.fromMemorySegment(FLOATS, ALL, at, ORDER);
            FloatVector d1 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 6 * kBytes, ORDER);
            FloatVector d2 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 12 * kBytes, ORDER);
            FloatVector d3 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 18 * kBytes, ORDER);
            FloatVector d4 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 24 * kBytes, ORDER);
            FloatVector d5 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 30 * kBytes, ORDER);
            FloatVector p = d1.add(d2);
            FloatVector q = d3.add(d4);
            FloatVector t = d1.sub(d2);
            FloatVector u = d3.sub(d4);
            d0.add(p).add(q).intoMemorySegment(ALL, to, ORDER);
            u.fma(splat(2), t).intoMemorySegment(ALL, to + 6L * BYTES, ORDER);
            q.fma(splat(4), p).intoMemorySegment(ALL, to + 12L * BYTES, ORDER);
            u.fma(splat(8), t).add(d5).intoMemorySegment(ALL, to + 18L * BYTES, ORDER);
        }
    }

    /** Aᵀ along the rows of one tile: rows × 4 pixels of y. */
    static void outputRows(long work, int rows, long y, long rowBytes) {
        for (int r = 0; r < rows; r++) {
            long at = work + (long) r * 6L * BYTES;
            long to = y + r * rowBytes;
            FloatVector d0 = FloatVector.fromMemorySegment(FLOATS, ALL, at, ORDER);
            FloatVector d1 = FloatVector.fromMemorySegment(FLOATS, ALL, at + BYTES, ORDER);
            FloatVector d2 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 2L * BYTES, ORDER);
            FloatVector d3 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 3L * BYTES, ORDER);
            FloatVector d4 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 4L * BYTES, ORDER);
            FloatVector d5 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 5L * BYTES, ORDER);
            FloatVector p = d1.add(d2);
            FloatVector q = d3.add(d4);
            FloatVector t = d1.sub(d2);
            FloatVector u = d3.sub(d4);
            d0.add(p).add(q).intoMemorySegment(ALL, to, ORDER);
            u.fma(splat(2), t).intoMemorySegment(ALL, to + BYTES, ORDER);
            q.fma(splat(4), p).intoMemorySegment(ALL, to + 2L * BYTES, ORDER);
            u.fma(splat(8), t).add(d5).intoMemorySegment(ALL, to + 3L * BYTES, ORDER);
        }
    }

    /** A down the columns of a 4×4 tile of the output gradient: work[r][x], r = 0..5 rows of four vectors. */
    static void gradientColumns(long dy, long rowBytes, long work) {
        for (int i = 0; i < 4; i++) {
            long at = dy + (long) i * BYTES;
            long to = work + (long) i * BYTES;
            FloatVector y0 = FloatVector.fromMemorySegment(FLOATS, ALL, at, ORDER);
            FloatVector y1 = FloatVector.fromMemorySegment(FLOATS, ALL, at + rowBytes, ORDER);
            FloatVector y2 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 2 * rowBytes, ORDER);
            FloatVector y3 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 3 * rowBytes, ORDER);
            FloatVector a = y0.add(y2);
            FloatVector b = y1.add(y3);
            FloatVector c = y2.fma(splat(4), y0);
            FloatVector e = y3.fma(splat(8), y1.add(y1));
            y0.intoMemorySegment(ALL, to, ORDER);
            a.add(b).intoMemorySegment(ALL, to + 4L * BYTES, ORDER);
            a.sub(b).intoMemorySegment(ALL, to + 8L * BYTES, ORDER);
            c.add(e).intoMemorySegment(ALL, to + 12L * BYTES, ORDER);
            c.sub(e).intoMemorySegment(ALL, to + 16L * BYTES, ORDER);
            y3.intoMemorySegment(ALL, to + 20L * BYTES, ORDER);
        }
    }

    /** A along the rows of one tile of the output gradient: d[k], k = 6r + s. */
    static void gradientRows(long work, float[] d, int dx, int ds) {
        for (int r = 0; r < 6; r++) {
            long at = work + (long) r * 4L * BYTES;
            int to = dx + 6 * r * ds;
            FloatVector y0 = FloatVector.fromMemorySegment(FLOATS, ALL, at, ORDER);
            FloatVector y1 = FloatVector.fromMemorySegment(FLOATS, ALL, at + BYTES, ORDER);
            FloatVector y2 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 2L * BYTES, ORDER);
            FloatVector y3 = FloatVector.fromMemorySegment(FLOATS, ALL, at + 3L * BYTES, ORDER);
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
        FloatVector u0 = FloatVector.fromMemorySegment(FLOATS, ALL, from, ORDER);
        FloatVector u1 = FloatVector.fromMemorySegment(FLOATS, ALL, from + distance, ORDER);
        FloatVector u2 = FloatVector.fromMemorySegment(FLOATS, ALL, from + 2 * distance, ORDER);
        FloatVector u3 = FloatVector.fromMemorySegment(FLOATS, ALL, from + 3 * distance, ORDER);
        FloatVector u4 = FloatVector.fromMemorySegment(FLOATS, ALL, from + 4 * distance, ORDER);
        FloatVector u5 = FloatVector.fromMemorySegment(FLOATS, ALL, from + 5 * distance, ORDER);
        FloatVector x = u1.add(u2).mul(-1 / 6f);
        FloatVector y = u3.add(u4);
        u0.mul(.25f).add(x).add(y.mul(1 / 24f)).intoMemorySegment(ALL, to, ORDER);
        u2.sub(u1).mul(1 / 6f).add(u3.sub(u4).mul(1 / 12f)).intoMemorySegment(ALL, to + toDistance, ORDER);
        y.mul(1 / 6f).add(x).add(u5).intoMemorySegment(ALL, to + 2 * toDistance, ORDER);
    }
}
