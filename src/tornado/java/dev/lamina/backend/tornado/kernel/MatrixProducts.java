package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Products of matrices, tiles in local memory. */
public final class MatrixProducts {
    /** Rows and columns of a tile; a work group has TILE × TILE items and computes one tile of the product. */
    public static final int TILE = 16;

    private MatrixProducts() {}

    /**
     * y[i, j] = Σ_k A[i, k] B[k, j] (+ bias[j]), A[i, k] at a + i·aRow + k·aColumn, B likewise, y row-major [rows,
     * columns]. Work items: (columns, rows) in whole tiles.
     */
    public static void laminaProduct(
            KernelContext context,
            FloatArray m,
            int a,
            int aRow,
            int aColumn,
            int b,
            int bRow,
            int bColumn,
            int bias,
            int y,
            int rows,
            int columns,
            int depth) {
        float[] left = context.allocateFloatLocalArray(TILE * TILE);
        float[] right = context.allocateFloatLocalArray(TILE * TILE);
        int x = context.localIdx;
        int z = context.localIdy;
        int column = TILE * context.groupIdx + x;
        int row = TILE * context.groupIdy + z;
        float sum = 0f;
        for (int tile = 0; tile < (depth + TILE - 1) / TILE; tile++) {
            int ka = tile * TILE + x;
            int kb = tile * TILE + z;
            float av = 0f;
            if (row < rows && ka < depth) {
                av = m.get(a + row * aRow + ka * aColumn);
            }
            float bv = 0f;
            if (column < columns && kb < depth) {
                bv = m.get(b + kb * bRow + column * bColumn);
            }
            left[z * TILE + x] = av;
            right[z * TILE + x] = bv;
            context.localBarrier();
            for (int k = 0; k < TILE; k++) {
                sum += left[z * TILE + k] * right[k * TILE + x];
            }
            context.localBarrier();
        }
        if (row < rows && column < columns) {
            m.set(y + row * columns + column, bias >= 0 ? sum + m.get(bias + column) : sum);
        }
    }
}
