package dev.lamina.backend.tornado;

import dev.lamina.backend.Backend;
import dev.lamina.backend.CompilationListener;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.message.Message;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/** One device of TornadoVM. */
final class TornadoBackend implements Backend {
    private final TornadoDevice device;
    /** Used whatever the settings ask for; empty for what they ask for. */
    private final Optional<DeviceFeatures> fixed;

    private TornadoBackend(TornadoDevice device, Optional<DeviceFeatures> fixed) {
        this.device = device;
        this.fixed = fixed;
    }

    static TornadoBackend create() {
        return new TornadoBackend(TornadoDevices.chosen(), Optional.empty());
    }

    /** One that uses these features whatever the settings ask for. */
    static TornadoBackend with(DeviceFeatures features) {
        return new TornadoBackend(TornadoDevices.chosen(), Optional.of(features));
    }

    @Override
    public String id() {
        return TornadoBackendProvider.ID;
    }

    @Override
    public boolean takesMachineMemory() {
        return false;
    }

    @Override
    public DeviceDescription device() {
        return TornadoDevices.describe(device);
    }

    /** {@inheritDoc} Those are bf16, Winograd convolutions, and what {@link DeviceFeatures} needs and does not find. */
    @Override
    public Optional<UnservedSetting> unserved(SessionSettings settings) {
        if (settings.precision() == Precision.BF16) {
            return Optional.of(UnservedSetting.precision(Message.of("backend.floatOnly")));
        }
        if (settings.convolution() == ConvolutionAlgorithm.WINOGRAD) {
            return Optional.of(
                    UnservedSetting.convolution(Message.of("backend.noWinograd", TornadoBackendProvider.ID)));
        }
        return fixed.isPresent() ? Optional.empty() : DeviceFeatures.unserved(device, settings);
    }

    /**
     * A session. The thread count is for what works on results beside it; the device computes with all it has. On a device
     * that was not used before, the first program waits until every kernel is checked, see {@link DeviceCheck}.
     *
     * @throws dev.lamina.tensor.BadInputException for settings that are {@link #unserved}
     */
    @Override
    public Session open(SessionSettings settings) {
        unserved(settings).ifPresent(setting -> {
            throw setting.fault();
        });
        int threads = settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors();
        DeviceFeatures used = fixed.orElseGet(() -> DeviceFeatures.of(device, settings));
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
