package dev.lamina.bench;

/** What one worker process measures. {@code workload} is a network's id or another word the contestant knows. */
public record Task(Contestant contestant, Mode mode, String workload, int threads) {
    @Override
    public String toString() {
        return contestant.name() + " " + mode.title() + ", " + workload + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}
