package dev.lamina.backend.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.CudaFeatures;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.tornado.plan.ProductRoutine;
import dev.lamina.tensor.BadInputException;
import org.junit.jupiter.api.Test;

class DeviceFeaturesTest {
    @Test
    void otherDevicesThanCudasUseOurKernelsAlone() {
        for (CudaFeatures wanted : CudaFeatures.values()) {
            assertEquals(DeviceFeatures.PORTABLE, DeviceFeatures.of(false, true, settings(Precision.F32, wanted)));
        }
    }

    @Test
    void aCudaDeviceUsesWhatTheSettingsLeaveIn() {
        assertEquals(features(ProductRoutine.CUBLAS, true), cuda(Precision.F32, CudaFeatures.AUTO));
        assertEquals(features(ProductRoutine.CUBLAS, false), cuda(Precision.F32, CudaFeatures.LIBRARIES));
        assertEquals(features(ProductRoutine.IMPLICIT, true), cuda(Precision.F32, CudaFeatures.GRAPHS));
        assertEquals(DeviceFeatures.PORTABLE, cuda(Precision.F32, CudaFeatures.NONE));
        assertEquals(features(ProductRoutine.CUBLAS_TF32, true), cuda(Precision.TF32, CudaFeatures.AUTO));
        assertEquals(
                features(ProductRoutine.IMPLICIT, true),
                DeviceFeatures.of(true, false, settings(Precision.F32, CudaFeatures.AUTO)));
    }

    @Test
    void tensorCoresWithoutTheirLibraryAreRefusedWithARemedy() {
        assertRefused(false, true, settings(Precision.TF32, CudaFeatures.AUTO));
        assertRefused(true, false, settings(Precision.TF32, CudaFeatures.AUTO));
        assertRefused(true, true, settings(Precision.TF32, CudaFeatures.GRAPHS));
        assertRefused(true, false, settings(Precision.F32, CudaFeatures.LIBRARIES));
    }

    private static void assertRefused(boolean cuda, boolean cublas, SessionSettings settings) {
        String message = assertThrows(BadInputException.class, () -> DeviceFeatures.of(cuda, cublas, settings))
                .getMessage();
        assertTrue(message.startsWith("backend.") && message.matches(".*; (use|install) .*"), message);
    }

    private static DeviceFeatures cuda(Precision precision, CudaFeatures wanted) {
        return DeviceFeatures.of(true, true, settings(precision, wanted));
    }

    private static DeviceFeatures features(ProductRoutine products, boolean replay) {
        return new DeviceFeatures(products, replay);
    }

    private static SessionSettings settings(Precision precision, CudaFeatures wanted) {
        return new SessionSettings(1, precision, ConvolutionAlgorithm.AUTO, wanted);
    }
}
