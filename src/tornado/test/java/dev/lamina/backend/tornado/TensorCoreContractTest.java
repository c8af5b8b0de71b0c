package dev.lamina.backend.tornado;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendContractTest;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.program.LossOperation;
import dev.lamina.program.Operation;
import org.junit.jupiter.api.condition.EnabledIf;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/** Products in TF32, where there are NVIDIA's tensor cores. Single operations get factors that TF32 holds exactly. */
@EnabledIf("onCuda")
class TensorCoreContractTest extends BackendContractTest {
    static boolean onCuda() {
        return TornadoDevices.chosen().getTornadoVMBackend() == TornadoVMBackendType.CUDA;
    }

    @Override
    protected Backend backend() {
        return new TornadoBackendProvider().create();
    }

    @Override
    protected SessionSettings settings() {
        return new SessionSettings(0, Precision.TF32, ConvolutionAlgorithm.AUTO);
    }

    /** Factors are rounded to 2⁻¹¹, some ten times one behind the other. */
    @Override
    protected double networkTolerance() {
        return 1e-2;
    }

    /** Losses that read more than logits. */
    @Override
    protected boolean lacks(Operation operation) {
        return operation instanceof LossOperation loss
                && loss.function().reads().size() > 1;
    }
}
