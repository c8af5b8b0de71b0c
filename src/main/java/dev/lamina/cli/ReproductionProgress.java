package dev.lamina.cli;

import dev.lamina.reproduce.ReproductionListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A line for each run of a reproduction, and on a terminal one that moves: how far the run is, what is left of all. */
final class ReproductionProgress implements ReproductionListener {
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter out;
    private final Terminal terminal;
    private long drawnAtNanos;
    private int drawnLength;
    private String current = "";

    ReproductionProgress(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void measuringSpeed(String arm) {
        draw("measuring speed: " + arm);
    }

    @Override
    public synchronized void planned(List<String> lines) {
        lines.forEach(this::line);
    }

    @Override
    public synchronized void started(int number, int count, String arm, long seed) {
        current = "[" + number + "/" + count + "] " + arm + ", seed " + seed;
        draw(current);
    }

    @Override
    public synchronized void progressed(double fraction, double secondsLeft) {
        long now = System.nanoTime();
        if (now - drawnAtNanos >= REDRAW_NANOS) {
            drawnAtNanos = now;
            draw(String.format(
                    Locale.ROOT,
                    "%s  %3.0f %%  %s left for all",
                    current,
                    100 * fraction,
                    Double.isNaN(secondsLeft) ? "?" : Amounts.duration(secondsLeft)));
        }
    }

    @Override
    public synchronized void ended(String result) {
        line(current + ": " + result);
    }

    synchronized void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    private void draw(String text) {
        if (terminal == Terminal.INTERACTIVE) {
            out.print("\r" + text + " ".repeat(Math.max(0, drawnLength - text.length())));
            out.flush();
            drawnLength = text.length();
        }
    }

    private void clear() {
        if (drawnLength > 0) {
            out.print("\r" + " ".repeat(drawnLength) + "\r");
            drawnLength = 0;
        }
    }
}
