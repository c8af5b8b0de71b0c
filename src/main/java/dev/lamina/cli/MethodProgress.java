package dev.lamina.cli;

import dev.lamina.experiment.pixels.RawPixelListener;
import dev.lamina.message.Message;
import java.io.PrintWriter;
import java.util.Locale;

/** One line on a terminal that tells how far a method is; nothing where the output goes to a file. */
final class MethodProgress implements RawPixelListener {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int LINE_WIDTH = 60;

    private final PrintWriter out;
    private final Terminal terminal;
    private long drawnAtNanos;

    MethodProgress(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void progressed(Message method, double fraction, double secondsLeft) {
        long now = System.nanoTime();
        if (terminal == Terminal.REDIRECTED || now - drawnAtNanos < REDRAW_NANOS) {
            return;
        }
        drawnAtNanos = now;
        String text = String.format(
                Locale.ROOT,
                "%s %3.0f %%  %s left",
                method,
                100 * fraction,
                Double.isNaN(secondsLeft) ? "?" : Amounts.duration(secondsLeft));
        out.print("\r" + text + " ".repeat(Math.max(0, LINE_WIDTH - text.length())));
        out.flush();
    }

    synchronized void clear() {
        if (terminal == Terminal.INTERACTIVE) {
            out.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
        }
    }
}
