package dev.lamina.backend.cpu;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.lamina.backend.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CpuMatrixProductTest {
    @ParameterizedTest
    @EnumSource(Precision.class)
    void aPreparedProductRunsAnyNumberOfTimes(Precision precision) {
        Runnable product = new CpuMatrixProduct().prepare(33, precision, 1);
        assertDoesNotThrow(() -> {
            product.run();
            product.run();
        });
    }
}
