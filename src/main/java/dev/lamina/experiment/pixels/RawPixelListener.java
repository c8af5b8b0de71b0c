package dev.lamina.experiment.pixels;

import dev.lamina.message.Message;

/** Is told how far a raw-pixel comparison is, from any thread. */
@FunctionalInterface
public interface RawPixelListener {
    /**
     * A part of one method is done.
     *
     * @param secondsLeft estimate for this method, NaN before there is one
     */
    void progressed(Message method, double fraction, double secondsLeft);
}
