package dev.lamina.cli;

import dev.lamina.backend.BackendName;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.experiment.Backends;
import dev.lamina.launch.BackendJvm;
import dev.lamina.launch.DeviceListing;
import dev.lamina.tensor.BadInputException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lamina devices}. */
@Command(
        name = "devices",
        description = "Lists what can compute: backends with their devices, memory and drivers.",
        mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Asked by {@link DeviceListing} of a process of its own. */
    @Option(names = "--of", paramLabel = "ID", hidden = true)
    private @Nullable String backend;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (backend != null) {
            BackendJvm.devices(backend).forEach(device -> out.println(DeviceListing.line(device)));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("--backend", "device", "memory", "driver");
        List<String> absent = new ArrayList<>();
        for (String id : Backends.known()) {
            try {
                add(table, id, BackendJvm.devices(id));
            } catch (BadInputException e) {
                absent.add(String.valueOf(e.getMessage()));
            }
        }
        out.println(table.render());
        absent.forEach(out::println);
        return ExitCode.DONE;
    }

    private static void add(TextTable table, String id, List<DeviceDescription> devices) {
        for (int i = 0; i < devices.size(); i++) {
            DeviceDescription device = devices.get(i);
            String memory = device.memoryBytes() > 0 ? Amounts.bytes(device.memoryBytes()) : "unknown";
            table.add(new BackendName(id, i), device.name(), memory, device.driver());
        }
    }
}
