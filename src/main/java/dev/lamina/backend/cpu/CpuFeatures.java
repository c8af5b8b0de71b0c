package dev.lamina.backend.cpu;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.OneDnn;
import java.util.Optional;

/**
 * What this machine's processor can do of what there is to choose from: the one place that is asked, by configurations,
 * benchmark and tests alike. What a machine lacks is refused, never computed in another way.
 *
 * @param instructions in use, in oneDNN's words: "avx2"
 * @param bf16 whether oneDNN trains in bf16, be it that AVX-512 computes in float32 what it keeps in bf16
 */
record CpuFeatures(String instructions, boolean bf16) {
    private static final class Once {
        static final CpuFeatures CURRENT = new CpuFeatures(OneDnn.instructionSet(), OneDnn.trainsIn(DataType.BF16));

        private Once() {}
    }

    /** Those of this machine; oneDNN has been loaded. */
    static CpuFeatures current() {
        return Once.CURRENT;
    }

    Optional<UnservedSetting> unserved(SessionSettings settings) {
        Optional<UnservedSetting> precision = unserved(settings.precision());
        return precision.isEmpty()
                        && settings.precision() == Precision.BF16
                        && settings.convolution() == ConvolutionAlgorithm.WINOGRAD
                ? Optional.of(
                        UnservedSetting.convolution("winograd is for precision f32; use auto or direct with bf16"))
                : precision;
    }

    Optional<UnservedSetting> unserved(Precision precision) {
        return switch (precision) {
            case F32 -> Optional.empty();
            case TF32 ->
                Optional.of(UnservedSetting.precision("tf32 is for NVIDIA's tensor cores, not for backend cpu; use f32"
                        + (bf16 ? " or bf16" : "") + ", or backend tornado"));
            case BF16 ->
                bf16
                        ? Optional.empty()
                        : Optional.of(UnservedSetting.precision("bf16 cannot be trained with this processor's "
                                + instructions + " instructions; use f32"));
        };
    }
}
