package dev.lamina.experiment;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendName;
import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.launch.ChildJvm;
import dev.lamina.tensor.BadInputException;
import java.util.List;
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
        return Stream.concat(ids().stream(), ChildJvm.ids().stream())
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
                .orElseThrow(() -> new BadInputException(
                        "backend.name: no backend '" + wanted.id() + "'; choose one of " + String.join(", ", ids())));
        if (ChildJvm.isNeededFor(wanted)) {
            throw new BadInputException("backend.name: " + wanted
                    + " needs a process of its own; give all runs of a sweep the same backend and device");
        }
        if (wanted.device() > 0 && wanted.device() >= provider.devices().size()) {
            throw new BadInputException(
                    "backend.name: " + wanted + ": there is no such device; lamina devices shows those there are");
        }
        return provider.create();
    }

    /**
     * What a backend computes on, which may be seen from another process only.
     *
     * @throws BadInputException as {@link #create}
     */
    public static DeviceDescription device(String name) {
        BackendName wanted = BackendName.of(name);
        if (!ChildJvm.isNeededFor(wanted)) {
            return create(name).device();
        }
        return ChildJvm.deviceOf(wanted);
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
                named.stream().filter(ChildJvm::isNeededFor).toList();
        if (elsewhere.size() > 1) {
            throw new BadInputException("sweep.backend.name: " + elsewhere.getFirst() + " and " + elsewhere.getLast()
                    + " do not fit into one process; make a sweep for each");
        }
        return elsewhere.isEmpty() ? named.getFirst() : elsewhere.getFirst();
    }

    /** An operation that a backend lacks, as something to choose differently. */
    static BadInputException lacks(String id, UnsupportedOperationException cause) {
        return new BadInputException(
                "backend " + id + ": " + cause.getMessage() + "; choose another layer or backend", cause);
    }
}
