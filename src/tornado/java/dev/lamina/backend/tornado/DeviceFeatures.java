package dev.lamina.backend.tornado;

import dev.lamina.backend.CudaFeatures;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.tornado.plan.ProductRoutine;
import dev.lamina.message.Message;
import java.util.Locale;
import java.util.Optional;
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
     * @throws dev.lamina.tensor.BadInputException for what is {@link #unserved}
     */
    static DeviceFeatures of(TornadoDevice device, SessionSettings settings) {
        return of(isCuda(device), isCuda(device) && loadsCublas(), settings);
    }

    /** What the settings ask for and the device does not have. */
    static Optional<UnservedSetting> unserved(TornadoDevice device, SessionSettings settings) {
        return unserved(isCuda(device), isCuda(device) && loadsCublas(), settings);
    }

    private static boolean isCuda(TornadoDevice device) {
        return device.getTornadoVMBackend() == TornadoVMBackendType.CUDA;
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

    static Optional<UnservedSetting> unserved(boolean cuda, boolean cublas, SessionSettings settings) {
        CudaFeatures wanted = settings.cuda();
        if (settings.precision() == Precision.TF32 && !(cuda && cublas && wanted.libraries())) {
            return Optional.of(UnservedSetting.precision(
                    cuda && cublas
                            ? Message.of("backend.cublasLeftOut", wanted.name().toLowerCase(Locale.ROOT))
                            : Message.of("backend.noTf32")));
        }
        if (cuda && !cublas && wanted == CudaFeatures.LIBRARIES) {
            return Optional.of(UnservedSetting.cuda(Message.of("backend.noCublas")));
        }
        return Optional.empty();
    }

    static DeviceFeatures of(boolean cuda, boolean cublas, SessionSettings settings) {
        unserved(cuda, cublas, settings).ifPresent(setting -> {
            throw setting.fault();
        });
        boolean tensorCores = settings.precision() == Precision.TF32;
        CudaFeatures wanted = settings.cuda();
        boolean library = cuda && cublas && wanted.libraries();
        ProductRoutine products =
                tensorCores ? ProductRoutine.CUBLAS_TF32 : library ? ProductRoutine.CUBLAS : ProductRoutine.IMPLICIT;
        return new DeviceFeatures(products, cuda && wanted.graphs());
    }

    /** For the record of what was checked: features that compute differently are checked apart. */
    String words() {
        return products + (replay ? " replayed" : "");
    }
}
