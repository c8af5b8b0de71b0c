package dev.lamina.backend.cpu;

import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.cpu.memory.SharedMemory;
import dev.lamina.backend.cpu.plan.BoundPlan;
import dev.lamina.backend.cpu.plan.Plan;
import dev.lamina.backend.cpu.plan.Workers;
import dev.lamina.tensor.HostTensor;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plan, bound to the session's memory when it first runs and again whenever that memory has moved. */
final class CpuExecutable implements Executable {
    /** Launches, the native objects behind them, and the memory they point into. */
    private record Bound(BoundPlan plan, Arena arena, int generation) {}

    private final SharedMemory memory;
    private final Workers workers;
    private final Consumer<CpuExecutable> closed;
    private final Plan plan;
    private @Nullable Bound bound;

    /**
     * @param memory of all intermediates of the session
     * @param closed is told when this will not run again
     */
    CpuExecutable(Plan plan, SharedMemory memory, Workers workers, Consumer<CpuExecutable> closed) {
        this.plan = plan;
        this.memory = memory;
        this.workers = workers;
        this.closed = closed;
        memory.reserve(plan.intermediateBytes());
    }

    private BoundPlan bound() {
        workers.useThreads();
        Bound current = bound;
        if (current == null || current.generation != memory.generation()) {
            close(current);
            Arena arena = Arena.ofShared();
            current = new Bound(plan.bind(arena, memory.segment(), workers), arena, memory.generation());
            bound = current;
        }
        return current.plan;
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> inputs) {
        return run(inputs, () -> false);
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> inputs, BooleanSupplier interrupted) {
        return bound().run(inputs, interrupted);
    }

    @Override
    public List<OperationPlan> plan() {
        return plan.descriptions();
    }

    @Override
    public List<Double> profileSeconds(Map<String, HostTensor> inputs) {
        return bound().profileSeconds(inputs);
    }

    @Override
    public void close() {
        closed.accept(this);
        close(bound);
        bound = null;
    }

    private static void close(@Nullable Bound bound) {
        if (bound != null) {
            bound.arena.close();
        }
    }
}
