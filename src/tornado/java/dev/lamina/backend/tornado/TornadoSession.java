package dev.lamina.backend.tornado;

import dev.lamina.backend.CompilationListener;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.program.Program;
import dev.lamina.program.ShapeCheck;
import dev.lamina.program.Value;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/**
 * Persistent values and the programs on the device. A program that is closed stays compiled for a while: compiling it again
 * takes longer than many a run.
 */
final class TornadoSession implements Session {
    private static final int MAX_IDLE_PROGRAMS = 2;

    private final TornadoDevice device;
    private final int threads;
    private final PersistentValues values = new PersistentValues();
    private final List<TornadoExecutable> executables = new ArrayList<>();
    private final Map<String, DeviceProgram> idle = new LinkedHashMap<>();

    private final Consumer<CompilationListener> firstUse;
    private CompilationListener listener = (_, _) -> {};
    private boolean used;

    /** @param firstUse done before the first program, may compile and refuse the device */
    TornadoSession(TornadoDevice device, int threads, Consumer<CompilationListener> firstUse) {
        this.device = device;
        this.threads = threads;
        this.firstUse = firstUse;
    }

    /** @throws BadInputException also if the device computes wrongly */
    @Override
    public Executable prepare(Program program) {
        if (!used) {
            used = true;
            firstUse.accept(listener);
        }
        ShapeCheck.check(program);
        DevicePlan plan = DevicePlan.of(program);
        long bytes = DeviceMemory.bytes(plan);
        if (plan.size() > Integer.MAX_VALUE || bytes + memoryBytes() > device.getMaxGlobalMemory()) {
            throw new BadInputException("backend tornado: program " + program.name() + " needs " + bytes / (1 << 20)
                    + " MiB beside " + memoryBytes() / (1 << 20) + " MiB in use, the device has "
                    + device.getMaxGlobalMemory() / (1 << 20) + " MiB and one program at most 8191 MiB;"
                    + " use a smaller batch");
        }
        program.values().stream().filter(Value::persistent).forEach(values::declare);
        TornadoExecutable executable = new TornadoExecutable(this, program, plan);
        executables.add(executable);
        return executable;
    }

    PersistentValues values() {
        return values;
    }

    TornadoDevice device() {
        return device;
    }

    /** A program on the device, one of the same operations and shapes that was left there if there is one. */
    DeviceProgram acquire(String key, DevicePlan plan) {
        DeviceProgram left = idle.remove(key);
        return left == null ? DeviceProgram.of(plan, device) : left;
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

    private void dispose(DeviceProgram program) {
        values.takeFrom(program);
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
    }
}
