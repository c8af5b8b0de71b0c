package dev.lamina.backend.cpu;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.tensor.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CpuMatrixProductTest {
    @ParameterizedTest
    @EnumSource(names = {"F32", "BF16"})
    void aPreparedProductRunsAnyNumberOfTimes(Precision precision) {
        Served.assume(new SessionSettings(1, precision, ConvolutionAlgorithm.AUTO));
        Runnable product = new CpuMatrixProduct().prepare(33, precision, 1);
        assertDoesNotThrow(() -> {
            product.run();
            product.run();
        });
    }

    @Test
    void aPrecisionThatTheBackendDoesNotServeIsRefused() {
        assertThrows(BadInputException.class, () -> new CpuMatrixProduct().prepare(33, Precision.TF32, 1));
    }
}
