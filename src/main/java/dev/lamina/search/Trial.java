package dev.lamina.search;

import java.util.List;

/**
 * A trial as far as it is.
 *
 * @param losses after each complete epoch, smaller is better; NaN before the first that was measured
 */
public record Trial(Point point, State state, List<Double> losses) {
    /** Where a trial stands. */
    public enum State {
        /** At work. */
        RUNNING,
        /** Asked for but not at work: paused at a rung, stopped, or not begun. */
        WAITING,
        /** Trained to its end. */
        FINISHED,
        /** Could not go on. */
        FAILED
    }

    public Trial {
        losses = List.copyOf(losses);
    }

    /** Complete ones. */
    public int epochs() {
        return losses.size();
    }

    /** Its loss after so many epochs, NaN if it did not get there. */
    double loss(int epochs) {
        return epochs < 1 || epochs > losses.size() ? Double.NaN : losses.get(epochs - 1);
    }
}
