package dev.lamina.experiment.worker;

/**
 * When a worker is given up.
 *
 * @param silenceSeconds without any event, pauses and the compilation of kernels aside, after which it counts as hung and is ended
 */
public record WorkerSettings(double silenceSeconds) {
    public static final WorkerSettings DEFAULT = new WorkerSettings(1800);

    public WorkerSettings {
        if (!(silenceSeconds > 0)) {
            throw new IllegalArgumentException("silenceSeconds must be above 0, got " + silenceSeconds);
        }
    }
}
