package dev.lamina.experiment.worker;

import dev.lamina.data.DataLocation;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a worker: this process's Java, its options and its class path. */
final class WorkerCommand {
    /** By its name: the program is above this package. */
    private static final String MAIN = "dev.lamina.Lamina";

    private static final List<String> NEEDED = List.of(
            "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true");

    private WorkerCommand() {}

    static List<String> run(Path config, Path folder, DataLocation where) {
        return command(List.of("run", config.toString(), "--out", folder.toString()), where);
    }

    static List<String> resume(Path folder, DataLocation where) {
        return command(List.of("resume", folder.toString()), where);
    }

    private static List<String> command(List<String> arguments, DataLocation where) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
        own.stream().filter(WorkerCommand::concernsAChild).forEach(command::add);
        NEEDED.stream().filter(option -> !own.contains(option)).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        // Variables reach the worker by themselves, a folder that was named does not.
        if (!where.equals(DataLocation.standard(null)) && !where.roots().isEmpty()) {
            command.addAll(List.of("--data-dir", where.roots().getFirst().toString()));
        }
        command.addAll(List.of("--events", "-", "--commands", "-"));
        return command;
    }

    /** A debugger's port or a profiler's file is taken by this process already. */
    private static boolean concernsAChild(String option) {
        return !option.startsWith("-agentlib") && !option.startsWith("-agentpath") && !option.startsWith("-javaagent");
    }
}
