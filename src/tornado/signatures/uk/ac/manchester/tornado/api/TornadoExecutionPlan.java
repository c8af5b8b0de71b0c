package uk.ac.manchester.tornado.api;

import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

public class TornadoExecutionPlan implements AutoCloseable {
    public TornadoExecutionPlan(ImmutableTaskGraph... immutableTaskGraphs) {}

    public static TornadoDeviceMap getTornadoDeviceMap() {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionPlan withCompilerFlags(TornadoVMBackendType backend, String compilerFlags) {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionPlan freeDeviceMemory() {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionPlan withGraph(int graphIndex) {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionPlan withDevice(TornadoDevice device) {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionPlan withGridScheduler(GridScheduler gridScheduler) {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionPlan withPreCompilation() {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionPlan withCUDAGraph() {
        throw new UnsupportedOperationException();
    }

    public TornadoExecutionResult execute() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
