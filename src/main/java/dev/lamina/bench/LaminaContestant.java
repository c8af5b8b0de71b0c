package dev.lamina.bench;

import dev.lamina.backend.Precision;
import java.util.List;
import java.util.Map;

/** Lamina itself, its cpu backend: the worker is this program's own command line. */
public final class LaminaContestant implements Contestant {
    /** Convolutions as by default, Winograd where it is faster. */
    static final Mode F32 = new Mode("f32", "f32", Precision.F32);

    static final Mode F32_DIRECT = new Mode("f32-direct", "f32 direct", Precision.F32);
    static final Mode BF16 = new Mode("bf16", "bf16", Precision.BF16);

    /** On tensor cores, which the cpu backend does not have. */
    static final Mode TF32 = new Mode("tf32", "TF32", Precision.TF32);

    /** What a worker understands. */
    static final List<Mode> ALL = List.of(F32, F32_DIRECT, BF16, TF32);

    /** Stands for a network's id and asks for a matrix product instead. */
    static final String MATRIX_PRODUCT = "matrix-product";

    /** Stands between a network's id and the id of an activation other than ReLU. */
    static final String WITH = "+";

    /** Stands between all that and a batch size other than the comparison's. */
    static final String AT = "@";

    @Override
    public String name() {
        return "Lamina";
    }

    @Override
    public List<Mode> modes() {
        return List.of(F32, F32_DIRECT, BF16);
    }

    @Override
    public List<String> command(Mode mode, String workload, int threads) {
        return List.of(
                "dev.lamina.Lamina",
                "bench-worker",
                "--workload",
                workload,
                "--mode",
                mode.id(),
                "--threads",
                Integer.toString(threads));
    }

    @Override
    public Map<String, String> environment(int threads) {
        return Map.of();
    }
}
