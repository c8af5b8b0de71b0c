package dev.lamina.experiment.pixels;

import dev.lamina.message.Message;
import java.util.function.DoubleConsumer;

/** Times one method and tells its listener how far it is. */
final class MethodClock implements DoubleConsumer {
    private final Message method;
    private final RawPixelListener listener;
    private final long startNanos = System.nanoTime();

    MethodClock(Message method, RawPixelListener listener) {
        this.method = method;
        this.listener = listener;
    }

    /** Takes the fraction done. */
    @Override
    public void accept(double fraction) {
        listener.progressed(method, fraction, fraction > 0 ? seconds() * (1 - fraction) / fraction : Double.NaN);
    }

    double seconds() {
        return (System.nanoTime() - startNanos) * 1e-9;
    }
}
