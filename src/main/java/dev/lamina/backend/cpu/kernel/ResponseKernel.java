package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * The loops of a response function. A template: {@link #of} loads this class once for each function, which is a constant
 * in it, so that C2 puts the function into the loops; called through the interface, every vector that goes in or out
 * would be an object on the heap. Where a loop would have too many operations, a core that is dear has a loop of its own
 * before.
 */
final class ResponseKernel implements ActivationKernel {
    private static final VectorResponse F = response();
    private static final Operand CORE = Operand.slot(Stage.SPARE);
    private static final long SHIFT = (long) Coefficients.SHIFT * BYTES;
    private static final long FIRST = (long) Coefficients.PARAMETER * BYTES;
    private static final long SECOND = FIRST + BYTES;
    private static final long CENTER = (long) Coefficients.CENTER * BYTES;
    private static final long GRADIENT = (long) Coefficients.GRADIENT * BYTES;
    private static final long INPUT = (long) Coefficients.INPUT * BYTES;
    private static final long CONSTANT = (long) Coefficients.CONSTANT * BYTES;

    /** A class of its own for a function. */
    static ActivationKernel of(VectorResponse function) {
        String template = ResponseKernel.class.getSimpleName() + ".class";
        try (InputStream in = ResponseKernel.class.getResourceAsStream(template)) {
            MethodHandles.Lookup own = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(Objects.requireNonNull(in).readAllBytes(), function, false);
            return (ActivationKernel) own.findConstructor(own.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Throwable e) {
            throw new IllegalStateException(template + " cannot be loaded for " + function, e);
        }
    }

    /** Null in the template itself, which is never used. */
    private static VectorResponse response() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, VectorResponse.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<PlaneChunks.Body> forward(Coefficients c, Operand x, Operand y) {
        return forwardBodies(
                c,
                x,
                (element, length, block, scratch) -> forward(
                        x.at(element, scratch),
                        CORE.at(element, scratch),
                        y.at(element, scratch),
                        length,
                        c.rows(block)));
    }

    @Override
    public List<PlaneChunks.Body> forwardAdd(Coefficients c, Operand x, Operand r, Operand y) {
        return forwardBodiesOfSum(
                c,
                x,
                r,
                (element, length, block, scratch) -> forwardAdd(
                        x.at(element, scratch),
                        r.at(element, scratch),
                        CORE.at(element, scratch),
                        y.at(element, scratch),
                        length,
                        c.rows(block)));
    }

    @Override
    public List<PlaneChunks.Body> gradient(Coefficients c, Operand x, Operand dy, Operand g) {
        return afterCore(
                c,
                x,
                (element, length, block, scratch) -> gradient(
                        x.at(element, scratch),
                        CORE.at(element, scratch),
                        dy.at(element, scratch),
                        g.at(element, scratch),
                        length,
                        c.rows(block),
                        Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> sums(Coefficients c, Operand x, Operand dy) {
        return afterCore(
                c,
                x,
                (element, length, block, scratch) -> sums(
                        x.at(element, scratch),
                        CORE.at(element, scratch),
                        dy.at(element, scratch),
                        length,
                        c.rows(block),
                        Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> sumsAdd(Coefficients c, Operand x, Operand r, Operand dy, Operand g) {
        return afterCoreOfSum(
                c,
                x,
                r,
                (element, length, block, scratch) -> sumsAdd(
                        x.at(element, scratch),
                        r.at(element, scratch),
                        CORE.at(element, scratch),
                        dy.at(element, scratch),
                        g.at(element, scratch),
                        length,
                        c.rows(block),
                        Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> input(Coefficients c, Operand x, Operand dy, Operand dx) {
        return afterCore(
                c,
                x,
                (element, length, block, scratch) -> input(
                        x.at(element, scratch),
                        CORE.at(element, scratch),
                        dy.at(element, scratch),
                        dx.at(element, scratch),
                        length,
                        c.rows(block)));
    }

    private static List<PlaneChunks.Body> forwardBodies(Coefficients c, Operand x, PlaneChunks.Body body) {
        return F.fitsForward() ? List.of(body) : afterCore(c, x, body);
    }

    private static List<PlaneChunks.Body> forwardBodiesOfSum(
            Coefficients c, Operand x, Operand r, PlaneChunks.Body body) {
        return F.fitsForward() ? List.of(body) : afterCoreOfSum(c, x, r, body);
    }

    private static List<PlaneChunks.Body> afterCore(Coefficients c, Operand x, PlaneChunks.Body body) {
        PlaneChunks.Body core = (element, length, block, scratch) ->
                core(x.at(element, scratch), CORE.at(element, scratch), length, c.rows(block));
        return F.hasCore() ? List.of(core, body) : List.of(body);
    }

    private static List<PlaneChunks.Body> afterCoreOfSum(Coefficients c, Operand x, Operand r, PlaneChunks.Body body) {
        PlaneChunks.Body core = (element, length, block, scratch) -> coreOfSum(
                x.at(element, scratch), r.at(element, scratch), CORE.at(element, scratch), length, c.rows(block));
        return F.hasCore() ? List.of(core, body) : List.of(body);
    }

    private static void core(long x, long core, int length, long rows) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(F.core(load(x + i).fma(a, b), p, q), core + i);
        }
    }

    private static void coreOfSum(long x, long r, long core, int length, long rows) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(F.core(load(x + i).fma(a, b).add(load(r + i)), p, q), core + i);
        }
    }

    private static void forward(long x, long core, long y, int length, long rows) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            store(F.value(z, made(core + i, z, p, q), p, q), y + i);
        }
    }

    private static void forwardAdd(long x, long r, long core, long y, int length, long rows) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b).add(load(r + i));
            store(F.value(z, made(core + i, z, p, q), p, q), y + i);
        }
    }

    private static void gradient(long x, long core, long dy, long g, int length, long rows, long sums) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        FloatVector t = FloatVector.fromMemorySegment(FLOATS, ALL, sums, ORDER);
        FloatVector u = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            FloatVector e = kept(core + i, z);
            FloatVector d = load(dy + i);
            store(F.gradient(z, e, d, p, q), g + i);
            t = F.first(z, e, d, t);
            u = F.second(z, e, d, u);
        }
        if (F.trained() > 0) {
            t.intoMemorySegment(ALL, sums, ORDER);
        }
        if (F.trained() > 1) {
            FloatVector before = FloatVector.fromMemorySegment(FLOATS, ALL, sums + BYTES, ORDER);
            u.fma(p, before).intoMemorySegment(ALL, sums + BYTES, ORDER);
        }
    }

    private static void sums(long x, long core, long dy, int length, long rows, long sums) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        FloatVector m = FloatVector.fromMemorySegment(FLOATS, ALL, rows + CENTER, ORDER);
        FloatVector s = FloatVector.fromMemorySegment(FLOATS, ALL, sums, ORDER);
        FloatVector w = FloatVector.fromMemorySegment(FLOATS, ALL, sums + BYTES, ORDER);
        FloatVector t = FloatVector.fromMemorySegment(FLOATS, ALL, sums + 2L * BYTES, ORDER);
        FloatVector u = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector z = v.fma(a, b);
            FloatVector e = kept(core + i, z);
            FloatVector d = load(dy + i);
            FloatVector g = F.gradient(z, e, d, p, q);
            s = s.add(g);
            w = v.sub(m).fma(g, w);
            t = F.first(z, e, d, t);
            u = F.second(z, e, d, u);
        }
        s.intoMemorySegment(ALL, sums, ORDER);
        w.intoMemorySegment(ALL, sums + BYTES, ORDER);
        if (F.trained() > 0) {
            t.intoMemorySegment(ALL, sums + 2L * BYTES, ORDER);
        }
        if (F.trained() > 1) {
            FloatVector before = FloatVector.fromMemorySegment(FLOATS, ALL, sums + 3L * BYTES, ORDER);
            u.fma(p, before).intoMemorySegment(ALL, sums + 3L * BYTES, ORDER);
        }
    }

    private static void sumsAdd(long x, long r, long core, long dy, long g, int length, long rows, long sums) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        FloatVector m = FloatVector.fromMemorySegment(FLOATS, ALL, rows + CENTER, ORDER);
        FloatVector s = FloatVector.fromMemorySegment(FLOATS, ALL, sums, ORDER);
        FloatVector w = FloatVector.fromMemorySegment(FLOATS, ALL, sums + BYTES, ORDER);
        FloatVector t = FloatVector.fromMemorySegment(FLOATS, ALL, sums + 2L * BYTES, ORDER);
        FloatVector u = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector z = v.fma(a, b).add(load(r + i));
            FloatVector e = kept(core + i, z);
            FloatVector d = load(dy + i);
            FloatVector h = F.gradient(z, e, d, p, q);
            store(h, g + i);
            s = s.add(h);
            w = v.sub(m).fma(h, w);
            t = F.first(z, e, d, t);
            u = F.second(z, e, d, u);
        }
        s.intoMemorySegment(ALL, sums, ORDER);
        w.intoMemorySegment(ALL, sums + BYTES, ORDER);
        if (F.trained() > 0) {
            t.intoMemorySegment(ALL, sums + 2L * BYTES, ORDER);
        }
        if (F.trained() > 1) {
            FloatVector before = FloatVector.fromMemorySegment(FLOATS, ALL, sums + 3L * BYTES, ORDER);
            u.fma(p, before).intoMemorySegment(ALL, sums + 3L * BYTES, ORDER);
        }
    }

    private static void input(long x, long core, long dy, long dx, int length, long rows) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, ALL, rows, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SHIFT, ORDER);
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, ALL, rows + FIRST, ORDER);
        FloatVector q = FloatVector.fromMemorySegment(FLOATS, ALL, rows + SECOND, ORDER);
        FloatVector k = FloatVector.fromMemorySegment(FLOATS, ALL, rows + GRADIENT, ORDER);
        FloatVector l = FloatVector.fromMemorySegment(FLOATS, ALL, rows + INPUT, ORDER);
        FloatVector c = FloatVector.fromMemorySegment(FLOATS, ALL, rows + CONSTANT, ORDER);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector z = v.fma(a, b);
            FloatVector g = F.gradient(z, kept(core + i, z), load(dy + i), p, q);
            store(v.fma(l, g.fma(k, c)), dx + i);
        }
    }

    /** The core in a loop that has room for it. */
    private static FloatVector made(long core, FloatVector z, FloatVector p, FloatVector q) {
        return F.fitsForward() ? F.core(z, p, q) : kept(core, z);
    }

    /** The core that the loop before has left, or any vector where there is none. */
    private static FloatVector kept(long core, FloatVector z) {
        return F.hasCore() ? load(core) : z;
    }
}
