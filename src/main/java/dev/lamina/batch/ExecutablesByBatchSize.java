package dev.lamina.batch;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.program.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** One program for every batch size that comes up: the usual one, and that of a last smaller batch. */
public final class ExecutablesByBatchSize implements AutoCloseable {
    private final Session session;
    private final IntFunction<Program> programs;
    private final Map<Integer, Executable> prepared = new HashMap<>();

    public ExecutablesByBatchSize(Session session, IntFunction<Program> programs) {
        this.session = session;
        this.programs = programs;
    }

    /** The program for this batch size, prepared when it is first asked for. */
    public Executable of(int batchSize) {
        return prepared.computeIfAbsent(batchSize, size -> session.prepare(programs.apply(size)));
    }

    @Override
    public void close() {
        prepared.values().forEach(Executable::close);
        prepared.clear();
    }
}
