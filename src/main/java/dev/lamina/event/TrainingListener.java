package dev.lamina.event;

/** Is told what happens in a run, on the training thread; whoever needs long hands over to a thread of its own. */
@FunctionalInterface
public interface TrainingListener {
    void on(TrainingEvent event);

    /** Tells this listener first, then the other. */
    default TrainingListener and(TrainingListener other) {
        return event -> {
            on(event);
            other.on(event);
        };
    }
}
