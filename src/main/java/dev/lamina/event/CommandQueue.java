package dev.lamina.event;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Commands on their way to the training loop, in order. Any thread may submit. */
public final class CommandQueue {
    private final BlockingQueue<TrainingCommand> commands = new LinkedBlockingQueue<>();

    public void submit(TrainingCommand command) {
        commands.add(command);
    }

    /** The next command if there is one. */
    public Optional<TrainingCommand> poll() {
        return Optional.ofNullable(commands.poll());
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
