package dev.lamina.backend.tornado;

import dev.lamina.backend.Backend;
import dev.lamina.backend.CompilationListener;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.tensor.BadInputException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/** One device of TornadoVM. */
final class TornadoBackend implements Backend {
    private final TornadoDevice device;
    private final BiFunction<TornadoDevice, SessionSettings, DeviceFeatures> features;

    private TornadoBackend(TornadoDevice device, BiFunction<TornadoDevice, SessionSettings, DeviceFeatures> features) {
        this.device = device;
        this.features = features;
    }

    static TornadoBackend create() {
        return new TornadoBackend(TornadoDevices.chosen(), DeviceFeatures::of);
    }

    /** One that uses these features whatever the settings ask for. */
    static TornadoBackend with(DeviceFeatures features) {
        return new TornadoBackend(TornadoDevices.chosen(), (_, _) -> features);
    }

    @Override
    public String id() {
        return TornadoBackendProvider.ID;
    }

    @Override
    public DeviceDescription device() {
        return TornadoDevices.describe(device);
    }

    /**
     * A session. The thread count is for what works on results beside it; the device computes with all it has. On a device
     * that was not used before, the first program waits until every kernel is checked, see {@link DeviceCheck}.
     *
     * @throws BadInputException for bf16, for Winograd convolutions, and for TF32 where there is no cuBLAS
     */
    @Override
    public Session open(SessionSettings settings) {
        if (settings.precision() == Precision.BF16) {
            throw new BadInputException(
                    "backend tornado: computes in float32, not bf16; use precision f32 or backend cpu");
        }
        if (settings.convolution() == ConvolutionAlgorithm.WINOGRAD) {
            throw new BadInputException(
                    "backend tornado: has no Winograd convolution; use convolution auto or direct, or backend cpu");
        }
        int threads = settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors();
        DeviceFeatures used = features.apply(device, settings);
        return new TornadoSession(
                device, used, threads, (listener, interrupted) -> check(used, threads, listener, interrupted));
    }

    private void check(DeviceFeatures used, int threads, CompilationListener listener, BooleanSupplier interrupted) {
        String version = (TornadoDevices.version() + " " + used.words()).strip();
        CheckedDevices.ofUser().require(device(), version, () -> {
            try (Session session = new TornadoSession(device, used, threads, (_, _) -> {})) {
                session.onCompilation(listener);
                return DeviceCheck.fault(session, interrupted);
            }
        });
    }
}
