package dev.lamina.cli;

import dev.lamina.experiment.pixels.RawPixelListener;
import dev.lamina.message.Message;

/** One line on a terminal that tells how far a method is; nothing where the output goes to a file. */
final class MethodProgress implements RawPixelListener {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int LINE_WIDTH = 60;

    private final Voice voice;
    private final Terminal terminal;
    private long drawnAtNanos;

    MethodProgress(Voice voice, Terminal terminal) {
        this.voice = voice;
        this.terminal = terminal;
    }

    @Override
    public synchronized void progressed(Message method, double fraction, double secondsLeft) {
        long now = System.nanoTime();
        if (terminal == Terminal.REDIRECTED || now - drawnAtNanos < REDRAW_NANOS) {
            return;
        }
        drawnAtNanos = now;
        String text = voice.text("cli.methodProgress", method, 100 * fraction, Amounts.left(secondsLeft));
        voice.out().print("\r" + text + " ".repeat(Math.max(0, LINE_WIDTH - Columns.of(text))));
        voice.out().flush();
    }

    synchronized void clear() {
        if (terminal == Terminal.INTERACTIVE) {
            voice.out().print("\r" + " ".repeat(LINE_WIDTH) + "\r");
        }
    }
}
