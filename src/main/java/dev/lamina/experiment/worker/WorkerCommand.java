package dev.lamina.experiment.worker;

import dev.lamina.backend.BackendName;
import dev.lamina.data.DataLocation;
import dev.lamina.launch.BackendJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a worker: Lamina in the virtual machine that a backend needs. */
final class WorkerCommand {
    private WorkerCommand() {}

    static List<String> run(BackendName backend, Path config, Path folder, DataLocation where) {
        return steered(backend, List.of("run", config.toString(), "--out", folder.toString()), where);
    }

    static List<String> resume(BackendName backend, Path folder, DataLocation where) {
        return steered(backend, List.of("resume", folder.toString()), where);
    }

    private static List<String> steered(BackendName backend, List<String> arguments, DataLocation where) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--events", "-", "--commands", "-"));
        return command(backend, all, where);
    }

    static List<String> measure(BackendName backend, Path folder, String probe, DataLocation where) {
        return command(backend, List.of("measure", folder.toString(), probe, "--checkpoint", "last", "--json"), where);
    }

    private static List<String> command(BackendName backend, List<String> arguments, DataLocation where) {
        List<String> all = new ArrayList<>(arguments);
        // Variables reach the worker by themselves, a folder that was named does not.
        if (!where.equals(DataLocation.standard(null)) && !where.roots().isEmpty()) {
            all.addAll(List.of("--data-dir", where.roots().getFirst().toString()));
        }
        return BackendJvm.of(backend).command(all);
    }
}
