package dev.lamina.reproduce;

import dev.lamina.message.Message;
import java.util.List;

/** Is told how far a reproduction is, from any thread. */
public interface ReproductionListener {
    /** The speed of an arm is being measured. */
    void measuringSpeed(Message arm);

    /** What will be done, a sentence each, before the first run. */
    void planned(List<Message> lines);

    /**
     * A run begins or goes on.
     *
     * @param number from 1
     */
    void started(int number, int count, Message arm, long seed);

    /**
     * A part of the run is done.
     *
     * @param secondsLeft estimate for everything, NaN before there is one
     */
    void progressed(double fraction, double secondsLeft);

    /** A run is done, or failed. */
    void ended(Message result);
}
