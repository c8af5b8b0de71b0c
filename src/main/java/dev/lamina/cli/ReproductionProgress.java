package dev.lamina.cli;

import dev.lamina.message.Message;
import dev.lamina.reproduce.ReproductionListener;
import java.util.List;

/** A line for each run of a reproduction, and on a terminal one that moves: how far the run is, what is left of all. */
final class ReproductionProgress implements ReproductionListener {
    private static final long REDRAW_NANOS = 100_000_000;

    private final Voice voice;
    private final Terminal terminal;
    private long drawnAtNanos;
    private int drawnLength;
    private String current = "";

    ReproductionProgress(Voice voice, Terminal terminal) {
        this.voice = voice;
        this.terminal = terminal;
    }

    @Override
    public synchronized void measuringSpeed(Message arm) {
        draw(voice.text("cli.measuringSpeed", arm));
    }

    @Override
    public synchronized void planned(List<Message> lines) {
        lines.forEach(this::say);
    }

    @Override
    public synchronized void started(int number, int count, Message arm, long seed) {
        current = voice.text("cli.reproducing", number, count, arm, seed);
        draw(current);
    }

    @Override
    public synchronized void progressed(double fraction, double secondsLeft) {
        long now = System.nanoTime();
        if (now - drawnAtNanos >= REDRAW_NANOS) {
            drawnAtNanos = now;
            draw(voice.text("cli.leftForAll", current, 100 * fraction, Amounts.left(secondsLeft)));
        }
    }

    @Override
    public synchronized void ended(Message result) {
        say(result.at(current));
    }

    synchronized void say(Message message) {
        line(voice.text(message));
    }

    synchronized void line(String text) {
        clear();
        voice.print(text);
    }

    private void draw(String text) {
        if (terminal == Terminal.INTERACTIVE) {
            int length = Columns.of(text);
            voice.out().print("\r" + text + " ".repeat(Math.max(0, drawnLength - length)));
            voice.out().flush();
            drawnLength = length;
        }
    }

    private void clear() {
        if (drawnLength > 0) {
            voice.out().print("\r" + " ".repeat(drawnLength) + "\r");
            drawnLength = 0;
        }
    }
}
