package dev.lamina.experiment.worker;

/**
 * When a worker is given up.
 *
 * @param silenceSeconds without any event, after which it counts as hung and is ended; pauses, the time before the run starts
 *     and the compilation of kernels aside
 */
public record WorkerSettings(double silenceSeconds) {
    public static final WorkerSettings DEFAULT = new WorkerSettings(60);

    public WorkerSettings {
        if (!(silenceSeconds > 0)) {
            throw new IllegalArgumentException("silenceSeconds must be above 0, got " + silenceSeconds);
        }
    }
}
