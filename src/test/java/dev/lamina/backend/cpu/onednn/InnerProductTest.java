package dev.lamina.backend.cpu.onednn;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InnerProductTest {
    private static final int N = 5;
    private static final int I = 37;
    private static final int O = 11;

    private final PrimitiveDescriptor forward =
            InnerProduct.forward(Tensors.plain(N, I), Tensors.any(O, I), Tensors.plain(O), Tensors.plain(N, O));

    @Test
    void forwardIsTheMatrixProductPlusBias() {
        try (Tensors t = new Tensors()) {
            double[] src = t.random(N, I);
            double[] weights = t.random(O, I);
            double[] bias = t.random(O);
            Memory dst = t.empty(forward.expected(Argument.DST));
            t.run(
                    forward,
                    Map.of(
                            Argument.SRC, t.filled(Tensors.plain(N, I), src),
                            Argument.WEIGHTS, t.filled(forward.expected(Argument.WEIGHTS), weights),
                            Argument.BIAS, t.filled(Tensors.plain(O), bias),
                            Argument.DST, dst));
            double[] expected = new double[N * O];
            for (int p = 0; p < N * O * I; p++) {
                expected[p / I] += src[p / (O * I) * I + p % I] * weights[p % (O * I)];
            }
            for (int p = 0; p < N * O; p++) {
                expected[p] += bias[p % O];
            }
            Tensors.assertClose(expected, t.values(dst), 1e-5);
        }
    }

    @Test
    void backwardGivesTheGradientsOfSourceWeightsAndBias() {
        try (Tensors t = new Tensors()) {
            double[] src = t.random(N, I);
            double[] weights = t.random(O, I);
            double[] diffDst = t.random(N, O);
            Memory diff = t.filled(Tensors.plain(N, O), diffDst);

            PrimitiveDescriptor data =
                    InnerProduct.backwardData(Tensors.plain(N, I), Tensors.any(O, I), Tensors.plain(N, O), forward);
            Memory diffSrc = t.empty(Tensors.plain(N, I));
            Memory w = t.filled(data.expected(Argument.WEIGHTS), weights);
            t.run(data, Map.of(Argument.DIFF_DST, diff, Argument.WEIGHTS, w, Argument.DIFF_SRC, diffSrc));

            PrimitiveDescriptor parameters = InnerProduct.backwardWeights(
                    Tensors.plain(N, I), Tensors.plain(O, I), Tensors.plain(O), Tensors.plain(N, O), forward);
            Memory diffWeights = t.empty(Tensors.plain(O, I));
            Memory diffBias = t.empty(Tensors.plain(O));
            t.run(
                    parameters,
                    Map.of(
                            Argument.SRC, t.filled(Tensors.plain(N, I), src),
                            Argument.DIFF_DST, diff,
                            Argument.DIFF_WEIGHTS, diffWeights,
                            Argument.DIFF_BIAS, diffBias));

            double[] ds = new double[N * I];
            double[] dw = new double[O * I];
            double[] db = new double[O];
            for (int p = 0; p < N * O * I; p++) {
                ds[p / (O * I) * I + p % I] += diffDst[p / I] * weights[p % (O * I)];
                dw[p % (O * I)] += diffDst[p / I] * src[p / (O * I) * I + p % I];
            }
            for (int p = 0; p < N * O; p++) {
                db[p % O] += diffDst[p];
            }
            Tensors.assertClose(ds, t.values(diffSrc), 1e-5);
            Tensors.assertClose(dw, t.values(diffWeights), 1e-5);
            Tensors.assertClose(db, t.values(diffBias), 1e-5);
        }
    }
}
