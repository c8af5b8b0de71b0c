package dev.lamina.bench;

import dev.lamina.launch.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that each keep a core busy until this one closes them, or ends: with it goes what they read from. */
final class BusyProcesses implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    private BusyProcesses() {}

    /** Starting keeps a core busy too, so that nobody has to wait for it. */
    static BusyProcesses start(int count) {
        BusyProcesses all = new BusyProcesses();
        try {
            for (int i = 0; i < count; i++) {
                all.processes.add(new ProcessBuilder(ChildJvm.here().command(BusyProcesses.class.getName(), List.of()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            return all;
        } catch (IOException e) {
            all.close();
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            for (long i = 0; i >= 0; i++) {
                Thread.onSpinWait();
            }
        });
        int _ = System.in.read();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
