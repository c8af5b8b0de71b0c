package dev.lamina.backend.tornado.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.common.Access;
import uk.ac.manchester.tornado.api.common.LibraryTaskDescriptor;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** The arguments of cuBLAS's sgemm, followed by a plain one of three loops as BLAS defines it. */
class ExplicitProductCallTest {
    private static final int OUTPUTS = 3;
    private static final int DEPTH = 5;
    private static final int COLUMNS = 4;

    private final ProductArrays arrays =
            ProductArrays.of(new ProductArrays.Sizes(DEPTH * COLUMNS, OUTPUTS * DEPTH, OUTPUTS * COLUMNS));
    private final double[][] weights = matrix(arrays.weights(), OUTPUTS, DEPTH, 1);
    private final double[][] taps = matrix(arrays.taps(), DEPTH, COLUMNS, 2);
    private final double[][] pixels = matrix(arrays.pixels(), OUTPUTS, COLUMNS, 3);

    @Test
    void pixelsAreWeightsTimesTaps() {
        sgemm(ExplicitProduct.pixels(OUTPUTS, DEPTH, COLUMNS));
        assertEqual(product(weights, taps), arrays.pixels());
    }

    @Test
    void tapsAreTransposedWeightsTimesPixels() {
        sgemm(ExplicitProduct.taps(OUTPUTS, DEPTH, COLUMNS));
        assertEqual(product(transposed(weights), pixels), arrays.taps());
    }

    @Test
    void weightsArePixelsTimesTransposedTaps() {
        sgemm(ExplicitProduct.weights(OUTPUTS, DEPTH, COLUMNS));
        assertEqual(product(pixels, transposed(taps)), arrays.weights());
    }

    @Test
    void onlyTheResultIsWritten() {
        Access[] access = call(ExplicitProduct.pixels(OUTPUTS, DEPTH, COLUMNS)).getAccess();
        for (int i = 0; i < access.length; i++) {
            assertEquals(i == 11 ? Access.WRITE_ONLY : Access.READ_ONLY, access[i], "argument " + i);
        }
    }

    private LibraryTaskDescriptor call(ExplicitProduct product) {
        LibraryTaskDescriptor call = product.call(arrays, ProductRoutine.CUBLAS);
        assertEquals("nvidia/cublas cublasSgemm", call.getLibraryName() + " " + call.getFunctionName());
        return call;
    }

    private void sgemm(ExplicitProduct product) {
        Object[] p = call(product).getParameters();
        assertEquals(List.of(13, 1f, 0f), List.of(p.length, p[5], p[10]));
        boolean transposeA = (int) p[0] == 1;
        boolean transposeB = (int) p[1] == 1;
        int m = (int) p[2];
        int n = (int) p[3];
        FloatArray a = (FloatArray) p[6];
        int lda = (int) p[7];
        FloatArray b = (FloatArray) p[8];
        int ldb = (int) p[9];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int l = 0; l < (int) p[4]; l++) {
                    sum += a.get(transposeA ? i * lda + l : l * lda + i)
                            * b.get(transposeB ? l * ldb + j : j * ldb + l);
                }
                ((FloatArray) p[11]).set(j * (int) p[12] + i, sum);
            }
        }
    }

    private static double[][] matrix(FloatArray into, int rows, int columns, int seed) {
        double[][] values = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i][j] = (7 * i + 3 * j + seed) % 11 - 5;
                into.set(i * columns + j, (float) values[i][j]);
            }
        }
        return values;
    }

    private static double[][] transposed(double[][] a) {
        double[][] values = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                values[j][i] = a[i][j];
            }
        }
        return values;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] values = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int l = 0; l < b.length; l++) {
                    values[i][j] += a[i][l] * b[l][j];
                }
            }
        }
        return values;
    }

    private static void assertEqual(double[][] expected, FloatArray actual) {
        int columns = expected[0].length;
        for (int i = 0; i < expected.length; i++) {
            double[] row = new double[columns];
            for (int j = 0; j < columns; j++) {
                row[j] = actual.get(i * columns + j);
            }
            assertArrayEquals(expected[i], row, "row " + i);
        }
    }
}
