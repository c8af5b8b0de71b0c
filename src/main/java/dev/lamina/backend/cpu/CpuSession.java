package dev.lamina.backend.cpu;

import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.kernel.Team;
import dev.lamina.backend.cpu.kernel.WinogradScratch;
import dev.lamina.backend.cpu.memory.SharedMemory;
import dev.lamina.backend.cpu.onednn.OpenMp;
import dev.lamina.backend.cpu.plan.ParameterStore;
import dev.lamina.backend.cpu.plan.Plan;
import dev.lamina.backend.cpu.plan.WinogradRule;
import dev.lamina.backend.cpu.plan.Workers;
import dev.lamina.message.Message;
import dev.lamina.program.Program;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parameters in their kernels' layouts, one stretch of memory for all intermediates, and the prepared programs. */
final class CpuSession implements Session {
    private final WinogradRule winograd;
    private final Arena arena = Arena.ofShared();
    private final ParameterStore store = new ParameterStore(arena);
    private final SharedMemory intermediates = new SharedMemory();
    private final Workers workers;
    private final List<CpuExecutable> executables = new ArrayList<>();

    CpuSession(SessionSettings settings, int threads) {
        winograd = WinogradRule.of(settings);
        Team team = OpenMp.parallel().isPresent() ? Team.openMp(OpenMp.symbols(), threads) : Team.pool(threads);
        workers = new Workers(team, new WinogradScratch(team));
    }

    @Override
    public CpuExecutable prepare(Program program) {
        program.requireShapes();
        workers.useThreads();
        try {
            CpuExecutable executable = new CpuExecutable(
                    Plan.of(program, store, winograd, workers), intermediates, workers, executables::remove);
            executables.add(executable);
            return executable;
        } catch (OutOfMemoryError e) {
            throw new BadInputException(
                    Message.of("backend.noMemory", program.name(), String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public int threads() {
        return workers.threads();
    }

    @Override
    public Set<String> names() {
        return store.names();
    }

    @Override
    public HostTensor read(String name) {
        workers.useThreads();
        return store.read(name);
    }

    @Override
    public void read(String name, HostTensor into) {
        workers.useThreads();
        store.read(name, into);
    }

    @Override
    public void write(String name, HostTensor value) {
        workers.useThreads();
        store.write(name, value);
    }

    @Override
    public long memoryBytes() {
        return store.sizeBytes()
                + intermediates.segment().byteSize()
                + workers.winograd().memoryBytes();
    }

    @Override
    public void close() {
        List.copyOf(executables).forEach(CpuExecutable::close);
        intermediates.close();
        workers.team().close();
        arena.close();
    }
}
