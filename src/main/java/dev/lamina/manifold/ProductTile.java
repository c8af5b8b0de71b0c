package dev.lamina.manifold;

import static dev.lamina.manifold.ProductShape.LANES;
import static dev.lamina.manifold.ProductShape.PANEL;
import static dev.lamina.manifold.ProductShape.PITCH;
import static dev.lamina.manifold.ProductShape.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Adds the products of 6 rows with 4 or 2 vectors of points to what is there; all sums stay in registers. Longer than
 * methods should be, because Java has no arrays of registers. Hand-unrolled up to the stores: what C2 does not inline makes
 * objects of the vectors.
 *
 * <p>{@code never} is no index: tiles compare with it between their rows, since C2 loads all factors ahead that it can and
 * spills sums to do so, but loads none across a branch. With 16 registers that is a seventh faster than 4 × 2, which
 * spills none; with 32 it is 3 %.
 */
final class ProductTile {
    private ProductTile() {}

    static void add6x2(float[] x, int xo, float[] p, int po, int depth, float[] out, int o, int never) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero;
        FloatVector d0 = zero, d1 = zero, e0 = zero, e1 = zero, f0 = zero, f1 = zero;
        for (int j = 0; j < depth; j++) {
            FloatVector p0 = FloatVector.fromArray(SPECIES, p, po + j * 2 * LANES);
            FloatVector p1 = FloatVector.fromArray(SPECIES, p, po + j * 2 * LANES + LANES);
            FloatVector q = FloatVector.broadcast(SPECIES, x[xo + j]);
            a0 = p0.fma(q, a0);
            a1 = p1.fma(q, a1);
            q = FloatVector.broadcast(SPECIES, x[xo + PITCH + j]);
            b0 = p0.fma(q, b0);
            b1 = p1.fma(q, b1);
            if (j == never) {
                break;
            }
            q = FloatVector.broadcast(SPECIES, x[xo + 2 * PITCH + j]);
            c0 = p0.fma(q, c0);
            c1 = p1.fma(q, c1);
            q = FloatVector.broadcast(SPECIES, x[xo + 3 * PITCH + j]);
            d0 = p0.fma(q, d0);
            d1 = p1.fma(q, d1);
            if (j == never) {
                break;
            }
            q = FloatVector.broadcast(SPECIES, x[xo + 4 * PITCH + j]);
            e0 = p0.fma(q, e0);
            e1 = p1.fma(q, e1);
            q = FloatVector.broadcast(SPECIES, x[xo + 5 * PITCH + j]);
            f0 = p0.fma(q, f0);
            f1 = p1.fma(q, f1);
        }
        a0.add(FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
        a1.add(FloatVector.fromArray(SPECIES, out, o + LANES)).intoArray(out, o + LANES);
        b0.add(FloatVector.fromArray(SPECIES, out, o + PANEL)).intoArray(out, o + PANEL);
        b1.add(FloatVector.fromArray(SPECIES, out, o + PANEL + LANES)).intoArray(out, o + PANEL + LANES);
        c0.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL)).intoArray(out, o + 2 * PANEL);
        c1.add(FloatVector.fromArray(SPECIES, out, o + 2 * PANEL + LANES)).intoArray(out, o + 2 * PANEL + LANES);
        d0.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL)).intoArray(out, o + 3 * PANEL);
        d1.add(FloatVector.fromArray(SPECIES, out, o + 3 * PANEL + LANES)).intoArray(out, o + 3 * PANEL + LANES);
        e0.add(FloatVector.fromArray(SPECIES, out, o + 4 * PANEL)).intoArray(out, o + 4 * PANEL);
        e1.add(FloatVector.fromArray(SPECIES, out, o + 4 * PANEL + LANES)).intoArray(out, o + 4 * PANEL + LANES);
        f0.add(FloatVector.fromArray(SPECIES, out, o + 5 * PANEL)).intoArray(out, o + 5 * PANEL);
        f1.add(FloatVector.fromArray(SPECIES, out, o + 5 * PANEL + LANES)).intoArray(out, o + 5 * PANEL + LANES);
    }

    static void add6x4(float[] x, int xo, float[] p, int po, int depth, float[] out, int o, int never) {
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
            if (j == never) {
                break;
            }
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
            if (j == never) {
                break;
            }
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
