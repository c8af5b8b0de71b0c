package dev.lamina.cli;

import dev.lamina.backend.BackendName;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.experiment.Backends;
import dev.lamina.launch.BackendJvm;
import dev.lamina.launch.DeviceListing;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lamina devices}. */
@Command(name = "devices", mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Asked by {@link DeviceListing} of a process of its own. */
    @Option(names = "--of", paramLabel = "ID", hidden = true)
    private @Nullable String backend;

    @Override
    public Integer call() {
        Voice voice = Voice.of(spec);
        if (backend != null) {
            BackendJvm.devices(backend).forEach(device -> voice.print(DeviceListing.line(device)));
            return ExitCode.DONE;
        }
        TextTable table = voice.table("backend", "device", "memory", "driver");
        List<Message> absent = new ArrayList<>();
        for (String id : Backends.known()) {
            try {
                add(table, id, BackendJvm.devices(id), voice);
            } catch (BadInputException e) {
                absent.add(e.problem());
            }
        }
        voice.print(table.render());
        absent.forEach(voice::say);
        return ExitCode.DONE;
    }

    private static void add(TextTable table, String id, List<DeviceDescription> devices, Voice voice) {
        for (int i = 0; i < devices.size(); i++) {
            DeviceDescription device = devices.get(i);
            String memory =
                    device.memoryBytes() > 0 ? Amounts.bytes(device.memoryBytes()) : voice.text("cli.unknownMemory");
            table.add(new BackendName(id, i), device.name(), memory, device.driver());
        }
    }
}
