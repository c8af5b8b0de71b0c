package dev.lamina.archive;

import dev.lamina.data.Provenance;
import dev.lamina.message.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * run.json: what is to be known about a run besides its configuration.
 *
 * @param format version of this file's layout
 * @param message why it failed, null otherwise
 * @param versions of Lamina, with the commit of its build where that is known, and of Java
 * @param started first step of the run, null before
 * @param updated when the state last changed
 * @param durationSeconds time between start and stop, summed over all times it was resumed
 * @param trainingSeconds of it, in the steps of complete epochs
 * @param measuringSeconds of it, in evaluation and probes
 * @param changes what a person changed while it went on
 * @param origin where its first steps were done, null for a run that began with its own first step
 */
public record RunRecord(
        int format,
        String name,
        RunState state,
        @Nullable Message message,
        long seed,
        Map<String, String> versions,
        DataDescription data,
        NetworkDescription network,
        MachineDescription machine,
        Instant created,
        @Nullable Instant started,
        Instant updated,
        double durationSeconds,
        double trainingSeconds,
        double measuringSeconds,
        int epochsDone,
        long step,
        List<Change> changes,
        @Nullable Origin origin) {
    static final int FORMAT = 1;
    private static final String ORIGIN = "origin";
    private static final String DATA = "data";
    private static final String READING_VERSION = "readingVersion";

    public RunRecord {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        changes = List.copyOf(changes);
    }

    /**
     * Origins came later; a run without one began with its own first step. So did validation sets of a data set's own,
     * and other ways to read files than the first.
     */
    static JsonNode upgraded(JsonNode tree) {
        JsonNode upgraded = tree instanceof ObjectNode record && !record.has(ORIGIN)
                ? record.deepCopy().putNull(ORIGIN)
                : tree;
        if (tree.get(DATA) instanceof ObjectNode data && !data.has(READING_VERSION)) {
            upgraded = upgraded.deepCopy();
            ((ObjectNode) upgraded.get(DATA))
                    .putNull("validationSha256")
                    .put(READING_VERSION, Provenance.FIRST_READING);
        }
        return upgraded;
    }

    /** A checkpoint of another run that this one went on from. */
    public record Origin(String folder, long step) {}

    /** A hyperparameter as it was set after a step. */
    public record Change(long step, String hyperparameter, double value) {}

    /**
     * The data as it was read.
     *
     * @param source type of the data source
     * @param trainingSha256 hash of shape, labels and pixels of the training set, before the split
     * @param validationSha256 likewise, where the set has a validation set of its own
     * @param readingVersion see {@link dev.lamina.data.Provenance}
     * @param files what was read, by path with its SHA-256
     */
    public record DataDescription(
            String source,
            int trainingImages,
            int validationImages,
            int testImages,
            int classes,
            String trainingSha256,
            String testSha256,
            @Nullable String validationSha256,
            int readingVersion,
            Map<String, String> files) {
        public DataDescription {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
        }
    }

    /**
     * The network's size.
     *
     * @param multiplyAdds of one image's forward pass
     * @param normBoundsHold whether the norm product bounds GBR for this network, or is a product of kernel norms only
     */
    public record NetworkDescription(
            String inputShape, int layers, long parameters, long multiplyAdds, boolean normBoundsHold) {}

    /** Of a run that begins now. */
    public static RunRecord begun(
            String name,
            long seed,
            Map<String, String> versions,
            DataDescription data,
            NetworkDescription network,
            MachineDescription machine) {
        return first(name, RunState.CREATED, seed, versions, data, network, machine, 0, 0, List.of(), null);
    }

    /** Of a run of its own that goes on from a checkpoint of this one; its clock begins at 0. */
    RunRecord branched(Path folder, int epochs, long steps) {
        List<Change> before =
                changes.stream().filter(change -> change.step() <= steps).toList();
        Origin from = new Origin(folder.toString(), steps);
        return first(name, RunState.STOPPED, seed, versions, data, network, machine, epochs, steps, before, from);
    }

    /** Created now, never started. */
    private static RunRecord first(
            String name,
            RunState state,
            long seed,
            Map<String, String> versions,
            DataDescription data,
            NetworkDescription network,
            MachineDescription machine,
            int epochs,
            long steps,
            List<Change> changes,
            @Nullable Origin origin) {
        Instant now = Instant.now();
        return new RunRecord(
                FORMAT, name, state, null, seed, versions, data, network, machine, now, null, now, 0, 0, 0, epochs,
                steps, changes, origin);
    }

    /** The same run in another state, which must be able to follow. */
    public RunRecord to(RunState following, @Nullable Message why, Instant now) {
        Instant first = started == null && following == RunState.RUNNING ? now : started;
        return copy(state.to(following), why, machine, first, now, times(), epochsDone, step, changes);
    }

    /** Going on from a checkpoint, maybe on another machine; changes after it no longer hold. */
    public RunRecord goingOn(MachineDescription other, int epochs, long steps) {
        List<Change> holding =
                changes.stream().filter(change -> change.step() <= steps).toList();
        return copy(state, message, other, started, updated, times(), epochs, steps, holding);
    }

    RunRecord after(double seconds, int epochs, long steps) {
        Times times = new Times(seconds, trainingSeconds, measuringSeconds);
        return copy(state, message, machine, started, updated, times, epochs, steps, changes);
    }

    /** Adds what an epoch took. */
    RunRecord plus(double epochTrainingSeconds, double epochMeasuringSeconds) {
        Times times = new Times(
                durationSeconds, trainingSeconds + epochTrainingSeconds, measuringSeconds + epochMeasuringSeconds);
        return copy(state, message, machine, started, updated, times, epochsDone, step, changes);
    }

    RunRecord plus(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return copy(state, message, machine, started, updated, times(), epochsDone, step, more);
    }

    private record Times(double durationSeconds, double trainingSeconds, double measuringSeconds) {}

    private Times times() {
        return new Times(durationSeconds, trainingSeconds, measuringSeconds);
    }

    private RunRecord copy(
            RunState newState,
            @Nullable Message newMessage,
            MachineDescription newMachine,
            @Nullable Instant newStarted,
            Instant newUpdated,
            Times times,
            int epochs,
            long steps,
            List<Change> newChanges) {
        return new RunRecord(
                format,
                name,
                newState,
                newMessage,
                seed,
                versions,
                data,
                network,
                newMachine,
                created,
                newStarted,
                newUpdated,
                times.durationSeconds(),
                times.trainingSeconds(),
                times.measuringSeconds(),
                epochs,
                steps,
                newChanges,
                origin);
    }
}
