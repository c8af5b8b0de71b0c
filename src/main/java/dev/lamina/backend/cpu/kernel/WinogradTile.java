package dev.lamina.backend.cpu.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one-dimensional transforms of Winograd's F(4, 3) with the points 0, ±1, ±2, ∞, on vectors of 16 channels.
 * Each is applied to columns, then to rows, of a tile:
 * <pre>
 *   input    v = Bᵀ d B    d 6×6 pixels      output          y = Aᵀ m A     y 4×4 pixels
 *   weights  u = G g Gᵀ    g 3×3 taps        weight gradient dg = Gᵀ du G;  gradient tile A dy Aᵀ
 * </pre>
 * Source: Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, CVPR 2016, section 4.3.
 * Offsets and strides of arrays count floats; pixels are given by address, their rows by their distance in bytes.
 */
final class WinogradTile {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;

    private WinogradTile() {}

    private static FloatVector load(float[] from, int offset) {
        return FloatVector.fromArray(FLOATS, from, offset);
    }

    private static FloatVector splat(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    /** Bᵀ down six rows of pixels, for every column of a band: band[r][x], r = 0..5, rows pitch floats apart. */
    static void inputColumns(long x, long rowBytes, int width, float[] band, int to, int pitch) {
        for (int i = 0; i < width; i++) {
            long at = x + i * 64L;
            FloatVector d0 = Memory.load(at);
            FloatVector d1 = Memory.load(at + rowBytes);
            FloatVector d2 = Memory.load(at + 2 * rowBytes);
            FloatVector d3 = Memory.load(at + 3 * rowBytes);
            FloatVector d4 = Memory.load(at + 4 * rowBytes);
            FloatVector d5 = Memory.load(at + 5 * rowBytes);
            input(d0, d1, d2, d3, d4, d5, band, to + i * 16, pitch);
        }
    }

    /** Bᵀ along the six columns of one tile of a band, for each of its six rows: v[k], k = 6r + s, stride vs. */
    static void inputRows(float[] band, int from, int pitch, float[] v, int vo, int vs) {
        for (int r = 0; r < 6; r++) {
            int at = from + r * pitch;
            FloatVector d0 = load(band, at);
            FloatVector d1 = load(band, at + 16);
            FloatVector d2 = load(band, at + 32);
            FloatVector d3 = load(band, at + 48);
            FloatVector d4 = load(band, at + 64);
            FloatVector d5 = load(band, at + 80);
            input(d0, d1, d2, d3, d4, d5, v, vo + 6 * r * vs, vs);
        }
    }

    private static void input(
            FloatVector d0,
            FloatVector d1,
            FloatVector d2,
            FloatVector d3,
            FloatVector d4,
            FloatVector d5,
            float[] to,
            int at,
            int stride) {
        FloatVector a = d2.fma(splat(-4), d4);
        FloatVector b = d1.fma(splat(-4), d3);
        FloatVector c = d4.sub(d2);
        FloatVector e = d3.sub(d1);
        d0.fma(splat(4), d2.fma(splat(-5), d4)).intoArray(to, at);
        a.add(b).intoArray(to, at + stride);
        a.sub(b).intoArray(to, at + 2 * stride);
        e.fma(splat(2), c).intoArray(to, at + 3 * stride);
        e.fma(splat(-2), c).intoArray(to, at + 4 * stride);
        d1.fma(splat(4), d3.fma(splat(-5), d5)).intoArray(to, at + 5 * stride);
    }

    /** Aᵀ down the columns of one tile of products: work[y][s], y = 0..3 rows of six vectors. */
    static void outputColumns(float[] m, int mo, int ms, float[] work) {
        for (int s = 0; s < 6; s++) {
            int at = mo + s * ms;
            FloatVector d0 = load(m, at);
            FloatVector d1 = load(m, at + 6 * ms);
            FloatVector d2 = load(m, at + 12 * ms);
            FloatVector d3 = load(m, at + 18 * ms);
            FloatVector d4 = load(m, at + 24 * ms);
            FloatVector d5 = load(m, at + 30 * ms);
            FloatVector p = d1.add(d2);
            FloatVector q = d3.add(d4);
            FloatVector t = d1.sub(d2);
            FloatVector u = d3.sub(d4);
            d0.add(p).add(q).intoArray(work, s * 16);
            u.fma(splat(2), t).intoArray(work, 96 + s * 16);
            q.fma(splat(4), p).intoArray(work, 192 + s * 16);
            u.fma(splat(8), t).add(d5).intoArray(work, 288 + s * 16);
        }
    }

    /** Aᵀ along the rows of one tile: rows × 4 pixels into y. */
    static void outputRows(float[] work, int rows, long y, long rowBytes) {
        for (int r = 0; r < rows; r++) {
            int at = r * 96;
            long to = y + r * rowBytes;
            FloatVector d0 = load(work, at);
            FloatVector d1 = load(work, at + 16);
            FloatVector d2 = load(work, at + 32);
            FloatVector d3 = load(work, at + 48);
            FloatVector d4 = load(work, at + 64);
            FloatVector d5 = load(work, at + 80);
            FloatVector p = d1.add(d2);
            FloatVector q = d3.add(d4);
            FloatVector t = d1.sub(d2);
            FloatVector u = d3.sub(d4);
            Memory.store(d0.add(p).add(q), to);
            Memory.store(u.fma(splat(2), t), to + 64);
            Memory.store(q.fma(splat(4), p), to + 128);
            Memory.store(u.fma(splat(8), t).add(d5), to + 192);
        }
    }

    /** A down the columns of a 4×4 tile of the output gradient: work[r][x], r = 0..5 rows of four vectors. */
    static void gradientColumns(long dy, long rowBytes, float[] work) {
        for (int i = 0; i < 4; i++) {
            long at = dy + i * 64L;
            FloatVector y0 = Memory.load(at);
            FloatVector y1 = Memory.load(at + rowBytes);
            FloatVector y2 = Memory.load(at + 2 * rowBytes);
            FloatVector y3 = Memory.load(at + 3 * rowBytes);
            gradient(y0, y1, y2, y3, work, i * 16, 64);
        }
    }

    /** A along the rows of one tile of the output gradient: d[k], k = 6r + s, stride ds. */
    static void gradientRows(float[] work, float[] d, int to, int ds) {
        for (int r = 0; r < 6; r++) {
            int at = r * 64;
            gradient(
                    load(work, at),
                    load(work, at + 16),
                    load(work, at + 32),
                    load(work, at + 48),
                    d,
                    to + 6 * r * ds,
                    ds);
        }
    }

    private static void gradient(
            FloatVector y0, FloatVector y1, FloatVector y2, FloatVector y3, float[] to, int at, int stride) {
        FloatVector a = y0.add(y2);
        FloatVector b = y1.add(y3);
        FloatVector c = y2.fma(splat(4), y0);
        FloatVector e = y3.fma(splat(8), y1.add(y1));
        y0.intoArray(to, at);
        a.add(b).intoArray(to, at + stride);
        a.sub(b).intoArray(to, at + 2 * stride);
        c.add(e).intoArray(to, at + 3 * stride);
        c.sub(e).intoArray(to, at + 4 * stride);
        y3.intoArray(to, at + 5 * stride);
    }

    /** G on three vectors of taps, six results stride apart. */
    static void weights(FloatVector g0, FloatVector g1, FloatVector g2, float[] to, int at, int stride) {
        FloatVector s = g0.add(g2);
        FloatVector p = g0.fma(splat(1 / 24f), g2.mul(1 / 6f));
        FloatVector q = g1.mul(1 / 12f);
        g0.mul(0.25f).intoArray(to, at);
        s.add(g1).mul(-1 / 6f).intoArray(to, at + stride);
        s.sub(g1).mul(-1 / 6f).intoArray(to, at + 2 * stride);
        p.add(q).intoArray(to, at + 3 * stride);
        p.sub(q).intoArray(to, at + 4 * stride);
        g2.intoArray(to, at + 5 * stride);
    }

    /** Gᵀ on six vectors stride apart, three results 16·toStride... floats apart. */
    static void weightGradient(float[] from, int at, int stride, float[] to, int out, int outStride) {
        FloatVector u0 = load(from, at);
        FloatVector u1 = load(from, at + stride);
        FloatVector u2 = load(from, at + 2 * stride);
        FloatVector u3 = load(from, at + 3 * stride);
        FloatVector u4 = load(from, at + 4 * stride);
        FloatVector u5 = load(from, at + 5 * stride);
        FloatVector x = u1.add(u2).mul(-1 / 6f);
        FloatVector y = u3.add(u4);
        u0.mul(.25f).add(x).add(y.mul(1 / 24f)).intoArray(to, out);
        u2.sub(u1).mul(1 / 6f).add(u3.sub(u4).mul(1 / 12f)).intoArray(to, out + outStride);
        y.mul(1 / 6f).add(x).add(u5).intoArray(to, out + 2 * outStride);
    }
}
