package dev.lamina.backend.tornado;

import dev.lamina.backend.CudaFeatures;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.tornado.plan.ProductRoutine;
import dev.lamina.tensor.BadInputException;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/**
 * What a session uses of its device beside our kernels.
 *
 * @param replay whether a graph is recorded at its first run, and only launched from then on
 */
record DeviceFeatures(ProductRoutine products, boolean replay) {
    /** Our kernels alone, as on every device but those of CUDA. */
    static final DeviceFeatures PORTABLE = new DeviceFeatures(ProductRoutine.IMPLICIT, false);

    private static final String CUBLAS = "tornado.cublas";

    /**
     * What the settings ask for.
     *
     * @throws BadInputException if the device does not have it
     */
    static DeviceFeatures of(TornadoDevice device, SessionSettings settings) {
        return of(
                device.getTornadoVMBackend() == TornadoVMBackendType.CUDA,
                device.getTornadoVMBackend() == TornadoVMBackendType.CUDA && loadsCublas(),
                settings);
    }

    /** TornadoVM for CUDA always has the module, but not always NVIDIA's library for it. */
    private static boolean loadsCublas() {
        if (ModuleLayer.boot().findModule(CUBLAS).isEmpty()) {
            return false;
        }
        try {
            System.loadLibrary("tornado-cublas");
            return true;
        } catch (UnsatisfiedLinkError _) {
            return false;
        }
    }

    static DeviceFeatures of(boolean cuda, boolean cublas, SessionSettings settings) {
        boolean tensorCores = settings.precision() == Precision.TF32;
        CudaFeatures wanted = settings.cuda();
        boolean library = cuda && cublas && wanted.libraries();
        if (tensorCores && !library) {
            throw new BadInputException("backend tornado: TF32 needs cuBLAS, which "
                    + (cuda && cublas
                            ? "backend.cuda " + wanted.name().toLowerCase(java.util.Locale.ROOT) + " leaves out"
                            : "this device or this TornadoVM does not have")
                    + "; use precision f32" + (cuda && cublas ? " or backend.cuda auto" : ""));
        }
        if (cuda && !cublas && wanted == CudaFeatures.LIBRARIES) {
            throw new BadInputException("backend tornado: this TornadoVM is without cuBLAS; install"
                    + " its release for CUDA and NVIDIA's CUDA toolkit, or use backend.cuda auto");
        }
        ProductRoutine products =
                tensorCores ? ProductRoutine.CUBLAS_TF32 : library ? ProductRoutine.CUBLAS : ProductRoutine.IMPLICIT;
        return new DeviceFeatures(products, cuda && wanted.graphs());
    }

    /** For the record of what was checked: features that compute differently are checked apart. */
    String words() {
        return products + (replay ? " replayed" : "");
    }
}
