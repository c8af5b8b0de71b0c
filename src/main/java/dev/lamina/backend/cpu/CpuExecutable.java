package dev.lamina.backend.cpu;

import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.cpu.memory.SharedMemory;
import dev.lamina.backend.cpu.plan.BoundPlan;
import dev.lamina.backend.cpu.plan.Plan;
import dev.lamina.tensor.HostTensor;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A plan, bound to the session's memory when it first runs and again whenever that memory has moved. */
final class CpuExecutable implements Executable {
    /** Launches, the native objects behind them, and the memory they point into. */
    private record Bound(BoundPlan plan, Arena arena, int generation) {}

    private final CpuSession session;
    private final Plan plan;
    private @Nullable Bound bound;

    CpuExecutable(CpuSession session, Plan plan) {
        this.session = session;
        this.plan = plan;
        session.intermediates().reserve(plan.intermediateBytes());
    }

    private BoundPlan bound() {
        session.useThreads();
        SharedMemory memory = session.intermediates();
        Bound current = bound;
        if (current == null || current.generation != memory.generation()) {
            close(current);
            Arena arena = Arena.ofShared();
            current = new Bound(plan.bind(arena, memory.segment(), session.workers()), arena, memory.generation());
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
        session.forget(this);
        close(bound);
        bound = null;
    }

    private static void close(@Nullable Bound bound) {
        if (bound != null) {
            bound.arena.close();
        }
    }
}
