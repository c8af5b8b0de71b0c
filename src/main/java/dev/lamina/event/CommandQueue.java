package dev.lamina.event;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commands on their way to the training loop, in order. Any thread may submit. While there is someone to answer beside the
 * loop, commands to measure pass by it, unless one that waits says first where the loop is to stand.
 */
public final class CommandQueue {
    private final BlockingQueue<TrainingCommand> commands = new LinkedBlockingQueue<>();
    private @Nullable Consumer<TrainingCommand.Measure> beside;
    private @Nullable Consumer<TrainingCommand> receiver;

    public synchronized void submit(TrainingCommand command) {
        Consumer<TrainingCommand> taking = receiver;
        if (taking != null) {
            taking.accept(command);
            return;
        }
        Consumer<TrainingCommand.Measure> answering = beside;
        if (answering != null && command instanceof TrainingCommand.Measure measure) {
            answering.accept(measure);
            return;
        }
        if (holdsBack(command)) {
            beside = null;
        }
        commands.add(command);
    }

    /**
     * Hands all that waits, and from now on every command, to someone who passes it on to the queues of several runs; on the
     * thread that submits it and at once.
     */
    public synchronized void passOn(Consumer<TrainingCommand> to) {
        for (var waiting = poll(); waiting.isPresent(); waiting = poll()) {
            to.accept(waiting.get());
        }
        receiver = to;
    }

    /**
     * From now on commands to measure go to someone who answers beside the loop, on the thread that submits them and at
     * once, until one comes that says where the loop is to stand; if one waits already, nothing changes.
     */
    public synchronized void measureBeside(Consumer<TrainingCommand.Measure> answering) {
        if (commands.stream().noneMatch(CommandQueue::holdsBack)) {
            beside = answering;
        }
    }

    /** From now on commands to measure wait for the loop like all others. */
    public synchronized void measureInTurn() {
        beside = null;
    }

    /** Whether what is measured after this command may be something else than before. */
    private static boolean holdsBack(TrainingCommand command) {
        return switch (command) {
            case TrainingCommand.Stop _,
                    TrainingCommand.Pause _,
                    TrainingCommand.DoStep _,
                    TrainingCommand.DoEpoch _,
                    TrainingCommand.GoBack _,
                    TrainingCommand.Measure _ -> true;
            case TrainingCommand.Resume _,
                    TrainingCommand.StopAfter _,
                    TrainingCommand.SetLearningRate _,
                    TrainingCommand.SetWeightDecay _,
                    TrainingCommand.SetMomentum _,
                    TrainingCommand.SetPace _,
                    TrainingCommand.KeepStates _ -> false;
        };
    }

    /** The next command if there is one. */
    public Optional<TrainingCommand> poll() {
        return Optional.ofNullable(commands.poll());
    }

    /** The next command if one comes in this time; an interrupt counts as in {@link #take}. */
    public Optional<TrainingCommand> poll(long nanos) {
        try {
            return Optional.ofNullable(commands.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(new TrainingCommand.Stop());
        }
    }

    /** Whether what waits first says where to stop, and nothing else has been said. */
    public boolean beginsWithStopAfter() {
        return commands.size() == 1 && commands.peek() instanceof TrainingCommand.StopAfter;
    }

    public boolean isEmpty() {
        return commands.isEmpty();
    }

    /** Whether a stop is on its way, which makes longer work between two steps not worth finishing. */
    public boolean stopWaiting() {
        return commands.stream().anyMatch(TrainingCommand.Stop.class::isInstance);
    }

    /** Waits for the next command; an interrupt counts as {@link TrainingCommand.Stop} and stays set. */
    public TrainingCommand take() {
        try {
            return commands.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new TrainingCommand.Stop();
        }
    }
}
