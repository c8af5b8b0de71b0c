package dev.lamina.backend.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuFeaturesTest {
    private static final CpuFeatures AVX512 = new CpuFeatures("avx512_core", true);
    private static final CpuFeatures AVX2 = new CpuFeatures("avx2", false);

    @Test
    void aProcessorThatHasAllServesAllButTensorCoresAndWinogradInBf16() {
        assertEquals(Optional.empty(), AVX512.unserved(settings("F32", "AUTO")));
        assertEquals(Optional.empty(), AVX512.unserved(settings("F32", "WINOGRAD")));
        assertEquals(Optional.empty(), AVX2.unserved(settings("F32", "WINOGRAD")));
        assertEquals(Optional.empty(), AVX512.unserved(settings("BF16", "DIRECT")));
        assertEquals(
                "backend.convolution: winograd is for precision f32; use auto or direct with bf16",
                text(AVX512, "BF16", "WINOGRAD"));
        assertEquals(
                "backend.precision: tf32 is for NVIDIA's tensor cores, not for backend cpu; use f32 or bf16, or backend"
                        + " tornado",
                text(AVX512, "TF32", "AUTO"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BF16 | AUTO     | backend.precision: bf16 cannot be trained with this processor's avx2 instructions; use f32
                    BF16 | WINOGRAD | backend.precision: bf16 cannot be trained with this processor's avx2 instructions; use f32
                    TF32 | DIRECT   | backend.precision: tf32 is for NVIDIA's tensor cores, not for backend cpu; use f32, or backend tornado
                    """)
    void whatAProcessorLacksIsNamedAtItsKeyWithWhatItHas(String precision, String convolution, String expected) {
        assertEquals(expected, text(AVX2, precision, convolution));
    }

    private static String text(CpuFeatures features, String precision, String convolution) {
        return features.unserved(settings(precision, convolution))
                .map(UnservedSetting::fault)
                .map(Throwable::getMessage)
                .orElse("served");
    }

    private static SessionSettings settings(String precision, String convolution) {
        return new SessionSettings(1, Precision.valueOf(precision), ConvolutionAlgorithm.valueOf(convolution));
    }
}
