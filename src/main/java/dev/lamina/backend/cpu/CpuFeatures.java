package dev.lamina.backend.cpu;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.OneDnn;
import dev.lamina.message.Message;
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
                ? Optional.of(UnservedSetting.convolution(Message.of("backend.winogradF32")))
                : precision;
    }

    Optional<UnservedSetting> unserved(Precision precision) {
        return switch (precision) {
            case F32 -> Optional.empty();
            case TF32 ->
                Optional.of(UnservedSetting.precision(
                        Message.of(bf16 ? "backend.noTensorCoresButBf16" : "backend.noTensorCores")));
            case BF16 ->
                bf16
                        ? Optional.empty()
                        : Optional.of(UnservedSetting.precision(Message.of("backend.noBf16", instructions)));
        };
    }
}
