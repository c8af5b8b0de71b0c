package dev.lamina.backend.tornado;

import dev.lamina.backend.Backend;
import dev.lamina.backend.CompilationListener;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.tensor.BadInputException;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/** One device of TornadoVM. */
final class TornadoBackend implements Backend {
    private final TornadoDevice device;

    private TornadoBackend(TornadoDevice device) {
        this.device = device;
    }

    static TornadoBackend create() {
        return new TornadoBackend(TornadoDevices.chosen());
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
     * @throws BadInputException for bf16 and for Winograd convolutions, which this backend does not have
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
        return new TornadoSession(device, threads, listener -> check(threads, listener));
    }

    private void check(int threads, CompilationListener listener) {
        CheckedDevices.ofUser().require(device(), TornadoDevices.version(), () -> {
            Session session = new TornadoSession(device, threads, _ -> {});
            session.onCompilation(listener);
            return session;
        });
    }
}
