package dev.lamina.event;

/** Is told what happens in a run, on the training thread; whoever needs long hands over to a thread of its own. */
@FunctionalInterface
public interface TrainingListener {
    void on(TrainingEvent event);

    /** The same for events of several threads, one after the other. */
    default TrainingListener oneAtATime() {
        Object turn = new Object();
        return event -> {
            synchronized (turn) {
                on(event);
            }
        };
    }

    /** Tells this listener first, then the other. */
    default TrainingListener and(TrainingListener other) {
        return event -> {
            on(event);
            other.on(event);
        };
    }
}
