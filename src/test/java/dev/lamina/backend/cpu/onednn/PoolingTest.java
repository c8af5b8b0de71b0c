package dev.lamina.backend.cpu.onednn;

import dev.lamina.backend.cpu.onednn.Geometry.Pair;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolingTest {
    private static final int N = 2;
    private static final int C = 5;
    private static final int H = 7;
    private static final int W = 8;
    private static final int OUT = 4;
    private static final Pair WINDOW = new Pair(3, 2);
    private static final Geometry GEOMETRY = new Geometry(Pair.of(2), Pair.of(1), new Pair(1, 0), new Pair(1, 0));

    @ParameterizedTest
    @EnumSource
    void forwardAndBackwardAgreeWithThePlainLoop(Pooling.Kind kind) {
        try (Tensors t = new Tensors()) {
            double[] src = t.random(N, C, H, W);
            double[] diffDst = t.random(N, C, OUT, OUT);
            double[] expectedDst = new double[N * C * OUT * OUT];
            double[] expectedDiffSrc = new double[N * C * H * W];
            for (int p = 0; p < expectedDst.length; p++) {
                pool(kind, src, diffDst[p], p, expectedDst, expectedDiffSrc);
            }

            PrimitiveDescriptor forward =
                    Pooling.forward(kind, WINDOW, GEOMETRY, blocked(N, C, H, W), blocked(N, C, OUT, OUT));
            Memory dst = t.empty(blocked(N, C, OUT, OUT));
            Map<Argument, Memory> arguments =
                    new EnumMap<>(Map.of(Argument.SRC, t.filled(blocked(N, C, H, W), src), Argument.DST, dst));
            PrimitiveDescriptor backward =
                    Pooling.backward(kind, WINDOW, GEOMETRY, blocked(N, C, H, W), blocked(N, C, OUT, OUT), forward);
            Memory diffSrc = t.empty(blocked(N, C, H, W));
            Map<Argument, Memory> backwardArguments = new EnumMap<>(
                    Map.of(Argument.DIFF_DST, t.filled(blocked(N, C, OUT, OUT), diffDst), Argument.DIFF_SRC, diffSrc));
            if (forward.uses(Argument.WORKSPACE)) {
                Memory workspace = t.empty(forward.expected(Argument.WORKSPACE));
                arguments.put(Argument.WORKSPACE, workspace);
                backwardArguments.put(Argument.WORKSPACE, workspace);
            }
            t.run(forward, arguments);
            t.run(backward, backwardArguments);
            Tensors.assertClose(expectedDst, t.values(dst), 1e-6);
            Tensors.assertClose(expectedDiffSrc, t.values(diffSrc), 1e-6);
        }
    }

    private static void pool(Pooling.Kind kind, double[] src, double diff, int p, double[] dst, double[] diffSrc) {
        int plane = p / (OUT * OUT) * H * W;
        int top = p / OUT % OUT * 2 - 1;
        int left = p % OUT * 2;
        int best = -1;
        int inside = 0;
        for (int y = Math.max(top, 0); y < Math.min(top + 3, H); y++) {
            for (int x = left; x < Math.min(left + 2, W); x++) {
                int at = plane + y * W + x;
                best = best < 0 || src[at] > src[best] ? at : best;
                dst[p] += src[at];
                inside++;
            }
        }
        if (kind == Pooling.Kind.MAX) {
            dst[p] = src[best];
            diffSrc[best] += diff;
            return;
        }
        int count = kind == Pooling.Kind.AVERAGE ? inside : 6;
        dst[p] /= count;
        for (int y = Math.max(top, 0); y < Math.min(top + 3, H); y++) {
            for (int x = left; x < Math.min(left + 2, W); x++) {
                diffSrc[plane + y * W + x] += diff / count;
            }
        }
    }

    private static MemoryDescriptor blocked(long... lengths) {
        return MemoryDescriptor.of(DataType.F32, Layout.NCHW16C, lengths);
    }
}
