package dev.lamina.backend.tornado;

import dev.lamina.backend.CompilationListener;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.message.Message;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/**
 * Persistent values and the programs on the device. A program that is closed stays compiled for a while: compiling it again
 * takes longer than many a run.
 */
final class TornadoSession implements Session {
    private static final int MAX_IDLE_PROGRAMS = 2;

    private final TornadoDevice device;
    private final DeviceFeatures features;
    private final int threads;
    private final DeviceThread thread = new DeviceThread();
    private final PersistentValues values = new PersistentValues();
    private final List<TornadoExecutable> executables = new ArrayList<>();
    private final Map<String, DeviceProgram> idle = new LinkedHashMap<>();

    private final FirstUse firstUse;
    private CompilationListener listener = (_, _) -> {};
    private boolean used;

    /** What is done before the first program runs: may compile, be interrupted, and refuse the device. */
    interface FirstUse {
        void accept(CompilationListener listener, BooleanSupplier interrupted);
    }

    TornadoSession(TornadoDevice device, DeviceFeatures features, int threads, FirstUse firstUse) {
        this.device = device;
        this.features = features;
        this.threads = threads;
        this.firstUse = firstUse;
    }

    @Override
    public Executable prepare(Program program) {
        program.requireShapes();
        DevicePlan plan = DevicePlan.of(program, features.products());
        long bytes = DeviceMemory.bytes(plan);
        if (plan.size() > Integer.MAX_VALUE || bytes + memoryBytes() > device.getMaxGlobalMemory()) {
            throw new BadInputException(Message.of(
                            "backend.largeProgram",
                            program.name(),
                            bytes / (1 << 20),
                            memoryBytes() / (1 << 20),
                            device.getMaxGlobalMemory() / (1 << 20))
                    .at(Message.of("launch.backend", TornadoBackendProvider.ID)));
        }
        program.values().stream().filter(Value::persistent).forEach(values::declare);
        TornadoExecutable executable = new TornadoExecutable(this, program, plan);
        executables.add(executable);
        return executable;
    }

    /**
     * Comes before every run.
     *
     * @throws BadInputException if the device computes wrongly
     * @throws java.util.concurrent.CancellationException if interrupted; the next run begins the check anew
     */
    void beforeRun(BooleanSupplier interrupted) {
        if (!used) {
            firstUse.accept(listener, interrupted);
            used = true;
        }
    }

    PersistentValues values() {
        return values;
    }

    /** A program on the device whose operations can be timed one by one. */
    DeviceProgram byOperation(DevicePlan plan) {
        return DeviceProgram.byOperation(plan, device, thread);
    }

    /** A program on the device, one of the same operations and shapes that was left there if there is one. */
    DeviceProgram acquire(String key, DevicePlan plan) {
        DeviceProgram left = idle.remove(key);
        return left == null ? DeviceProgram.of(plan, device, features, thread) : left;
    }

    /** Leaves a program on the device for the next that has the same operations and shapes. */
    void release(String key, DeviceProgram program) {
        DeviceProgram replaced = idle.put(key, program);
        if (replaced != null) {
            dispose(replaced);
        }
        if (idle.size() > MAX_IDLE_PROGRAMS) {
            Iterator<DeviceProgram> programs = idle.values().iterator();
            DeviceProgram longestIdle = programs.next();
            programs.remove();
            dispose(longestIdle);
        }
    }

    void forget(TornadoExecutable executable) {
        executables.remove(executable);
    }

    /** Whether a stop has left the device to its compiler. */
    boolean isLost() {
        return thread.isLeftBehind();
    }

    private void dispose(DeviceProgram program) {
        if (!isLost()) {
            values.takeFrom(program);
        }
        program.close();
    }

    @Override
    public void onCompilation(CompilationListener listener) {
        this.listener = listener;
    }

    CompilationListener listener() {
        return listener;
    }

    @Override
    public boolean preparesInputs() {
        return true;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Set<String> names() {
        return values.names();
    }

    @Override
    public HostTensor read(String name) {
        return values.read(name);
    }

    @Override
    public void write(String name, HostTensor value) {
        values.write(name, value);
    }

    @Override
    public long memoryBytes() {
        long bytes = 0;
        for (TornadoExecutable executable : executables) {
            bytes += executable.memoryBytes();
        }
        for (DeviceProgram program : idle.values()) {
            bytes += DeviceMemory.bytes(program.plan());
        }
        return bytes;
    }

    @Override
    public void close() {
        List.copyOf(executables).forEach(TornadoExecutable::close);
        idle.values().forEach(DeviceProgram::close);
        idle.clear();
        thread.close();
    }
}
