package dev.lamina.experiment;

import dev.lamina.archive.MachineDescription;
import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendName;
import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.config.BackendConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.launch.BackendJvm;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The backends on the class path. */
public final class Backends {
    private Backends() {}

    /** Their ids, sorted. */
    public static List<String> ids() {
        return BackendProvider.all().stream().map(BackendProvider::id).sorted().toList();
    }

    /** Ids of those that any build could have, sorted, those of this build among them. */
    public static List<String> known() {
        return Stream.concat(ids().stream(), BackendJvm.ids().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * One that computes in this process.
     *
     * @param name its id, and maybe a device's number: "cpu", "tornado:1"
     * @throws BadInputException if there is none of this id, or it cannot run on this machine or in this process
     */
    public static Backend create(String name) {
        BackendName wanted = BackendName.of(name);
        BackendProvider provider = BackendProvider.of(wanted.id())
                .orElseThrow(() -> unknown(wanted).fault());
        if (BackendJvm.isNeededFor(wanted)) {
            throw new BadInputException(
                    Message.of("experiment.processOfItsOwn", wanted).at("backend.name"));
        }
        if (wanted.device() > 0 && wanted.device() >= provider.devices().size()) {
            throw new BadInputException(
                    Message.of("experiment.noDevice").at(wanted).at("backend.name"));
        }
        return provider.create();
    }

    /** This machine, with the backend of a configuration. */
    public static MachineDescription machine(BackendConfig config) {
        return MachineDescription.of(create(config.name()), config.session());
    }

    private static UnservedSetting unknown(BackendName wanted) {
        return UnservedSetting.name(Message.of("experiment.noBackend", wanted.id(), ids()));
    }

    /**
     * What a configuration, or a sweep in it, asks of its backend and this machine cannot do. A backend that computes in
     * another process is asked there.
     *
     * @throws BadInputException as {@link #create}, and for a sweep that cannot be
     */
    public static Optional<UnservedSetting> unserved(ExperimentConfig config) {
        boolean varies = varied(config).anyMatch(key -> (key + ".").startsWith("backend."));
        return (varies ? Sweep.configs(config) : List.of(config))
                .stream()
                        .flatMap(run -> unserved(run.backend()).stream())
                        .findFirst()
                        .map(setting -> varied(config).anyMatch(setting.key()::equals) ? setting.inSweep() : setting);
    }

    private static Stream<String> varied(ExperimentConfig config) {
        return Stream.concat(
                config.sweep().keySet().stream(),
                config.search() == null ? Stream.empty() : config.search().space().keySet().stream());
    }

    private static Optional<UnservedSetting> unserved(BackendConfig config) {
        BackendName wanted = BackendName.of(config.name());
        if (BackendJvm.isNeededFor(wanted)) {
            return Optional.empty();
        }
        return BackendProvider.of(wanted.id()).isEmpty()
                ? Optional.of(unknown(wanted))
                : create(config.name()).unserved(config.session());
    }

    /**
     * What a backend computes on, which may be seen from another process only.
     *
     * @throws BadInputException as {@link #create}
     */
    public static DeviceDescription device(String name) {
        BackendName wanted = BackendName.of(name);
        if (!BackendJvm.isNeededFor(wanted)) {
            return create(name).device();
        }
        return BackendJvm.deviceOf(wanted);
    }

    /**
     * The backend that decides in which process a configuration is trained.
     *
     * @throws BadInputException if runs of a sweep need different ones
     */
    public static BackendName deciding(ExperimentConfig config) {
        List<BackendName> named = Sweep.configs(config).stream()
                .map(run -> BackendName.of(run.backend().name()))
                .distinct()
                .toList();
        List<BackendName> elsewhere =
                named.stream().filter(BackendJvm::isNeededFor).toList();
        if (elsewhere.size() > 1) {
            throw new BadInputException(Message.of("experiment.twoProcesses", elsewhere.getFirst(), elsewhere.getLast())
                    .at("sweep.backend.name"));
        }
        return elsewhere.isEmpty() ? named.getFirst() : elsewhere.getFirst();
    }

    /** An operation that a backend lacks, as something to choose differently. */
    static BadInputException lacks(String id, UnsupportedOperationException cause) {
        return new BadInputException(
                Message.of("experiment.lacking", id, Message.verbatim(String.valueOf(cause.getMessage()))), cause);
    }
}
