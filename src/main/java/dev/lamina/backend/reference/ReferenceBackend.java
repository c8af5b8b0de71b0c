package dev.lamina.backend.reference;

import dev.lamina.backend.Backend;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.message.Message;
import java.util.Optional;

/** Plain Java in double precision on one thread: slow, and right. */
public final class ReferenceBackend implements Backend {
    static final String ID = "reference";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceDescription device() {
        return new DeviceDescription(
                "plain Java, double precision",
                "Java " + Runtime.version(),
                Runtime.getRuntime().maxMemory());
    }

    /** {@inheritDoc} Those are bf16, TF32 and Winograd convolutions. */
    @Override
    public Optional<UnservedSetting> unserved(SessionSettings settings) {
        if (settings.precision() != Precision.F32) {
            return Optional.of(UnservedSetting.precision(Message.of("backend.doubleOnly")));
        }
        if (settings.convolution() == ConvolutionAlgorithm.WINOGRAD) {
            return Optional.of(UnservedSetting.convolution(Message.of("backend.noWinograd", ID)));
        }
        return Optional.empty();
    }

    /**
     * A session; any thread count is taken, one thread computes.
     *
     * @throws dev.lamina.tensor.BadInputException for settings that are {@link #unserved}
     */
    @Override
    public ReferenceSession open(SessionSettings settings) {
        unserved(settings).ifPresent(setting -> {
            throw setting.fault();
        });
        return new ReferenceSession();
    }
}
