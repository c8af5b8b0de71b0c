package dev.lamina.experiment;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Session;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.train.Trainer;
import java.time.Duration;

/**
 * A short training that is kept nowhere. After it the native library is loaded and the kernels that most networks need
 * are compiled, so that a person's first run does not begin with seconds of waiting.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Trains on the calling thread, for about that long at most. */
    public static void train(ExperimentConfig config, DataLocation where, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        ExperimentSetup setup = ExperimentSetup.of(config, where);
        Backend backend = Backends.create(config.backend().name());
        CommandQueue commands = new CommandQueue();
        try (Session session = backend.open(config.backend().session());
                Trainer trainer = new Trainer(
                        setup.plan(),
                        session,
                        event -> {
                            if (event instanceof TrainingEvent.StepCompleted && System.nanoTime() > end) {
                                commands.submit(new TrainingCommand.Stop());
                            }
                        },
                        commands,
                        (_, _) -> "nowhere")) {
            trainer.start();
        }
    }
}
