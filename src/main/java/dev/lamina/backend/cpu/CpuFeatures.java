package dev.lamina.backend.cpu;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.cpu.kernel.Lanes;
import dev.lamina.backend.cpu.kernel.WinogradConvolution;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.OneDnn;
import java.util.Optional;

/**
 * What this machine's processor can do of what there is to choose from: the one place that is asked, by configurations,
 * benchmark and tests alike. What a machine lacks is refused, never computed in another way.
 *
 * @param instructions in use, in oneDNN's words: "avx2"
 * @param lanes float32 lanes of a vector
 * @param bf16 whether oneDNN trains in bf16, be it that AVX-512 computes in float32 what it keeps in bf16
 * @param winograd whether there are Winograd kernels for vectors of so many lanes
 */
record CpuFeatures(String instructions, int lanes, boolean bf16, boolean winograd) {
    private static final class Once {
        static final CpuFeatures CURRENT = new CpuFeatures(
                OneDnn.instructionSet(),
                Lanes.COUNT,
                OneDnn.trainsIn(DataType.BF16),
                WinogradConvolution.isSupported());

        private Once() {}
    }

    /** Those of this machine; oneDNN has been loaded. */
    static CpuFeatures current() {
        return Once.CURRENT;
    }

    Optional<UnservedSetting> unserved(SessionSettings settings) {
        Optional<UnservedSetting> precision = unserved(settings.precision());
        if (precision.isPresent() || settings.convolution() != ConvolutionAlgorithm.WINOGRAD) {
            return precision;
        }
        if (settings.precision() == Precision.BF16) {
            return Optional.of(
                    UnservedSetting.convolution("winograd is for precision f32; use auto or direct with bf16"));
        }
        return winograd
                ? Optional.empty()
                : Optional.of(UnservedSetting.convolution(
                        "winograd needs vectors of 16 floats, this machine has " + lanes + "; use auto or direct"));
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
