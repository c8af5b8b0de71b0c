package dev.lamina.cli;

import dev.lamina.backend.BackendName;
import dev.lamina.bench.LaminaWorkload;
import dev.lamina.bench.WorkerLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The process behind one line of the benchmark's table; {@link BenchCommand} starts it. */
@Command(name = "bench-worker", hidden = true)
final class BenchWorkerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--workload", required = true)
    private String workload;

    @Option(names = "--mode", required = true)
    private String mode;

    @Option(names = "--backend", defaultValue = "cpu")
    private String backend;

    @Option(names = "--threads", required = true)
    private int threads;

    @Override
    public Integer call() throws IOException {
        WorkerLoop.serve(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                spec.commandLine().getOut(),
                LaminaWorkload.prepare(BackendName.of(backend), workload, mode, threads));
        return ExitCode.DONE;
    }
}
