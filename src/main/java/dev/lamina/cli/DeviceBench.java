package dev.lamina.cli;

import dev.lamina.backend.BackendName;
import dev.lamina.bench.BenchOptions;
import dev.lamina.bench.DeviceComparison;
import dev.lamina.launch.BackendJvm;
import dev.lamina.message.Message;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The benchmark of one device instead of the processor's. */
final class DeviceBench {
    private static final List<Integer> BATCH_SIZES = List.of(128, 512);

    @Option(names = "--backend", required = true, paramLabel = "NAME")
    private String backend;

    @Option(names = "--batch", split = ",", paramLabel = "SIZE")
    private List<Integer> batchSizes = BATCH_SIZES;

    @Option(names = "--limit", paramLabel = "TFLOP/S")
    private @Nullable Double limitTeraflops;

    /** Measures the device, in processes of its own. */
    int measure(BenchOptions options, Consumer<Message> out, Consumer<Message> progress) {
        double limit = limitTeraflops == null ? Double.NaN : limitTeraflops;
        new DeviceComparison(BackendName.of(backend), batchSizes, limit, options, out, progress).run();
        return ExitCode.DONE;
    }

    /** Shows where the time of the steps goes, in the process that the device needs. */
    int profile(CommandSpec spec, BenchOptions options, Consumer<Message> out) {
        BackendName name = BackendName.of(backend);
        if (BackendJvm.isNeededFor(name)) {
            return AttachedProcess.run(BackendJvm.of(name).command(DeviceProcess.arguments(spec)));
        }
        DeviceComparison.profile(name, batchSizes, options, out);
        return ExitCode.DONE;
    }
}
