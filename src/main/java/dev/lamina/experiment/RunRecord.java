package dev.lamina.experiment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * run.json: what is to be known about a run besides its configuration.
 *
 * @param format version of this file's layout
 * @param message why it failed, null otherwise
 * @param versions of Lamina and of Java
 * @param started first step of the run, null before
 * @param updated when the state last changed
 * @param durationSeconds time between start and stop, summed over all times it was resumed
 */
public record RunRecord(
        int format,
        String name,
        RunState state,
        @Nullable String message,
        long seed,
        Map<String, String> versions,
        DataDescription data,
        NetworkDescription network,
        MachineDescription machine,
        Instant created,
        @Nullable Instant started,
        Instant updated,
        double durationSeconds,
        int epochsDone,
        long step) {
    static final int FORMAT = 1;

    public RunRecord {
        versions = Map.copyOf(versions);
    }

    /**
     * The data as it was read.
     *
     * @param source type of the data source
     * @param trainingSha256 hash of shape, labels and pixels of the training set, before the split
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
            Map<String, String> files) {
        public DataDescription {
            files = Map.copyOf(files);
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
    static RunRecord of(ExperimentSetup setup, MachineDescription machine) {
        Instant now = Instant.now();
        return new RunRecord(
                FORMAT,
                setup.config().name(),
                RunState.CREATED,
                null,
                setup.config().seed(),
                Map.of("lamina", version(), "java", Runtime.version().toString()),
                setup.data(),
                setup.describeNetwork(),
                machine,
                now,
                null,
                now,
                0,
                0,
                0);
    }

    private static String version() {
        String version = RunRecord.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The same run in another state, which must be able to follow. */
    RunRecord to(RunState following, @Nullable String why, Instant now) {
        Instant first = started == null && following == RunState.RUNNING ? now : started;
        return copy(state.to(following), why, machine, first, now, durationSeconds, epochsDone, step);
    }

    RunRecord on(MachineDescription other) {
        return copy(state, message, other, started, updated, durationSeconds, epochsDone, step);
    }

    RunRecord after(double seconds, int epochs, long steps) {
        return copy(state, message, machine, started, updated, seconds, epochs, steps);
    }

    private RunRecord copy(
            RunState newState,
            @Nullable String newMessage,
            MachineDescription newMachine,
            @Nullable Instant newStarted,
            Instant newUpdated,
            double seconds,
            int epochs,
            long steps) {
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
                seconds,
                epochs,
                steps);
    }
}
