package dev.lamina.train;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.message.Message;
import java.util.Optional;

/**
 * Commands to measure, as the training thread sees them. Once someone has asked, it keeps a copy of the network's values as
 * they are after the last step, from which an {@link Observer} answers in the middle of the next one; not where copying
 * would take more than a twentieth of a step, and not when nobody has asked for half a minute. Then a command waits for
 * the end of the step. It is answered from the step that was the newest when it came: who has heard that a step is done
 * gets an answer of that step or a later one. All methods are for the training thread.
 */
final class MeasureCommands implements AutoCloseable {
    private static final double LEAST_TIMES_ITS_COST = 20;
    private static final double MOST_GROWTH = 1.25;
    private static final double ASKED_SECONDS = 30;

    /** What copying is taken to do before it is known. */
    private static final double BYTES_PER_SECOND = 1e9;

    private final CommandQueue commands;
    private final TrainingListener listener;
    private final Optional<Observer> observer;
    private final ValueCopies copies;
    private double copyingSeconds;
    private volatile long askedNanos = System.nanoTime() - Math.round(ASKED_SECONDS * 1e9);

    /** @param observer answers; commands are refused without */
    MeasureCommands(
            CommandQueue commands, TrainingListener listener, SessionValues values, Optional<Observer> observer) {
        this.commands = commands;
        this.listener = listener;
        this.observer = observer;
        this.copies = new ValueCopies(values);
        this.copyingSeconds = values.bytesOfNetwork() / BYTES_PER_SECOND;
    }

    /** Obeys one that has waited for its turn. */
    void obey(TrainingCommand.Measure command, Progress progress) {
        if (observer.isEmpty()) {
            listener.on(
                    new TrainingEvent.CommandRefused(command.id(), command.probe(), Message.of("train.nothingBeside")));
            return;
        }
        if (!copies.areOf(progress)) {
            copy(progress);
        }
        ask(observer.get(), command);
    }

    private void ask(Observer asked, TrainingCommand.Measure command) {
        askedNanos = System.nanoTime();
        asked.measure(command, copies.open());
    }

    private void copy(Progress progress) {
        Stopwatch time = Stopwatch.start();
        copies.renew(progress);
        // The first copies are slow, and some meet with another program's work.
        copyingSeconds = Math.min(MOST_GROWTH * copyingSeconds, time.seconds());
    }

    /** After a step, before it is told. */
    void stepDone(Progress after, double stepSeconds) {
        boolean asked = (System.nanoTime() - askedNanos) * 1e-9 < ASKED_SECONDS;
        if (asked && stepSeconds >= LEAST_TIMES_ITS_COST * copyingSeconds) {
            copy(after);
        } else {
            commands.measureInTurn();
            copies.forget();
        }
        goOn(after);
    }

    /** While the next step is done, commands are answered at once, if they can be. */
    void goOn(Progress progress) {
        if (observer.isPresent() && copies.areOf(progress)) {
            commands.measureBeside(command -> ask(observer.get(), command));
        }
    }

    /** The values are those of another state now, perhaps with a step's number that a copy has too. */
    void wentBack() {
        commands.measureInTurn();
        copies.forget();
    }

    /** While the run waits, commands are obeyed in turn: what comes before a single step is answered of before it. */
    void pause() {
        commands.measureInTurn();
    }

    /** Breaks off what is being measured. */
    @Override
    public void close() {
        commands.measureInTurn();
        observer.ifPresent(Observer::close);
    }
}
