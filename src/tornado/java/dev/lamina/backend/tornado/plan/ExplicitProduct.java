package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.ExplicitProducts;
import java.util.Arrays;
import java.util.function.Function;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.common.Access;
import uk.ac.manchester.tornado.api.common.LibraryTaskDescriptor;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * One product among the three matrices of {@link ProductArrays}, in BLAS's words: column-major, so a row-major matrix stands
 * there as its transpose.
 */
record ExplicitProduct(boolean transposeA, boolean transposeB, int m, int n, int k, Factors factors) {
    private static final int C_ARGUMENT = 11;

    /** Which matrix is which: pixels = weights · taps, taps = weightsᵀ · pixels, weights = pixels · tapsᵀ. */
    enum Factors {
        PIXELS(ProductArrays::taps, ProductArrays::weights, ProductArrays::pixels),
        TAPS(ProductArrays::pixels, ProductArrays::weights, ProductArrays::taps),
        WEIGHTS(ProductArrays::taps, ProductArrays::pixels, ProductArrays::weights);

        private final Function<ProductArrays, FloatArray> a;
        private final Function<ProductArrays, FloatArray> b;
        private final Function<ProductArrays, FloatArray> c;

        Factors(
                Function<ProductArrays, FloatArray> a,
                Function<ProductArrays, FloatArray> b,
                Function<ProductArrays, FloatArray> c) {
            this.a = a;
            this.b = b;
            this.c = c;
        }
    }

    /** pixels [outputs, columns] = weights [outputs, depth] · taps [depth, columns]. */
    static ExplicitProduct pixels(int outputs, int depth, int columns) {
        return new ExplicitProduct(false, false, columns, outputs, depth, Factors.PIXELS);
    }

    /** taps [depth, columns] = weightsᵀ · pixels. */
    static ExplicitProduct taps(int outputs, int depth, int columns) {
        return new ExplicitProduct(false, true, columns, depth, outputs, Factors.TAPS);
    }

    /** weights [outputs, depth] = pixels · tapsᵀ. */
    static ExplicitProduct weights(int outputs, int depth, int columns) {
        return new ExplicitProduct(true, false, depth, outputs, columns, Factors.WEIGHTS);
    }

    KernelTask task(ProductRoutine routine) {
        return routine.isLibrary()
                ? KernelTask.library((graph, name, _, arrays) ->
                        graph.libraryTask(name, descriptor -> descriptor, call(arrays.products(), routine)))
                : KernelTask.productTiles(
                        n,
                        m,
                        ExplicitProducts.TILE,
                        (graph, name, context, arrays) -> kernel(graph, name, context, arrays.products()));
    }

    private int strideA() {
        return transposeA ? k : m;
    }

    private int strideB() {
        return transposeB ? n : k;
    }

    private void kernel(TaskGraph graph, String name, KernelContext context, ProductArrays arrays) {
        graph.task(
                name,
                ExplicitProducts::laminaGemm,
                context,
                flag(transposeA),
                flag(transposeB),
                m,
                n,
                k,
                factors.a.apply(arrays),
                strideA(),
                factors.b.apply(arrays),
                strideB(),
                factors.c.apply(arrays),
                m);
    }

    /** cuBLAS's sgemm, by name, so that no SDK without NVIDIA's libraries is in the way. */
    LibraryTaskDescriptor call(ProductArrays arrays, ProductRoutine routine) {
        Object[] arguments = {
            flag(transposeA),
            flag(transposeB),
            m,
            n,
            k,
            1f,
            factors.a.apply(arrays),
            strideA(),
            factors.b.apply(arrays),
            strideB(),
            0f,
            factors.c.apply(arrays),
            m
        };
        Access[] access = new Access[arguments.length];
        Arrays.fill(access, Access.READ_ONLY);
        access[C_ARGUMENT] = Access.WRITE_ONLY;
        LibraryTaskDescriptor call = new LibraryTaskDescriptor()
                .withLibrary("nvidia/cublas")
                .withFunction("cublasSgemm")
                .withParameters(arguments)
                .withAccess(access);
        return routine == ProductRoutine.CUBLAS_TF32 ? call.withTuning(TensorCores.options()) : call;
    }

    private static int flag(boolean transpose) {
        return transpose ? 1 : 0;
    }
}
