package dev.lamina.experiment.pixels;

/** Is told how far a raw-pixel comparison is, from any thread. */
@FunctionalInterface
public interface RawPixelListener {
    /**
     * A part of one method is done.
     *
     * @param secondsLeft estimate for this method, NaN before there is one
     */
    void progressed(String method, double fraction, double secondsLeft);
}
