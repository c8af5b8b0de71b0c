package dev.lamina.backend.reference;

import dev.lamina.backend.Backend;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.tensor.BadInputException;

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

    /**
     * A session; any thread count is taken, one thread computes.
     *
     * @throws BadInputException for bf16, TF32 and for Winograd convolutions, which this backend does not have
     */
    @Override
    public ReferenceSession open(SessionSettings settings) {
        if (settings.precision() != Precision.F32) {
            throw new BadInputException(
                    "backend reference: computes in double precision, not bf16 or tf32; use precision f32 or backend cpu");
        }
        if (settings.convolution() == ConvolutionAlgorithm.WINOGRAD) {
            throw new BadInputException(
                    "backend reference: has no Winograd convolution; use convolution auto or direct, or backend cpu");
        }
        return new ReferenceSession();
    }
}
