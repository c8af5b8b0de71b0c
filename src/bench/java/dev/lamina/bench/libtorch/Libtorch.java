package dev.lamina.bench.libtorch;

import dev.lamina.backend.Precision;
import dev.lamina.bench.Contestant;
import dev.lamina.bench.Mode;
import java.util.List;
import java.util.Map;

/** libtorch in its two layouts, in f32 and with automatic casts to bf16. */
public final class Libtorch implements Contestant {
    static final String CHANNELS_LAST = "channels-last";
    static final String BF16 = "bf16";

    @Override
    public String name() {
        return "libtorch";
    }

    @Override
    public List<Mode> modes() {
        return List.of(
                new Mode("f32-nchw", "f32 NCHW", Precision.F32),
                new Mode("f32-" + CHANNELS_LAST, "f32 channels-last", Precision.F32),
                new Mode(BF16 + "-nchw", "bf16 NCHW", Precision.BF16),
                new Mode(BF16 + "-" + CHANNELS_LAST, "bf16 channels-last", Precision.BF16));
    }

    @Override
    public List<String> command(Mode mode, String workload, int threads) {
        return List.of(LibtorchWorker.class.getName(), workload, mode.id(), Integer.toString(threads));
    }

    @Override
    public Map<String, String> environment(int threads) {
        return Map.of("OMP_NUM_THREADS", Integer.toString(threads));
    }
}
