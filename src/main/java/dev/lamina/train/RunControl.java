package dev.lamina.train;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.nn.optim.LearningRate;
import java.util.Optional;

/** Obeys commands between two steps: changes settings, waits while paused, tells when to stop. */
final class RunControl {
    private final CommandQueue commands;
    private final TrainingListener listener;
    private final LearningRate learningRate;
    private boolean paused;
    private boolean stopped;

    RunControl(CommandQueue commands, TrainingListener listener, LearningRate learningRate) {
        this.commands = commands;
        this.listener = listener;
        this.learningRate = learningRate;
    }

    /** Whether the run must stop instead of doing the next step. */
    boolean stopped() {
        return stopped;
    }

    /**
     * Takes all waiting commands, and while paused waits for more.
     *
     * @return the progress with settings as changed
     */
    Progress obey(Progress progress) {
        Progress current = progress;
        boolean stepAllowed = false;
        while (!stopped && !stepAllowed) {
            Optional<TrainingCommand> command = paused ? Optional.of(commands.take()) : commands.poll();
            if (command.isEmpty()) {
                break;
            }
            switch (command.get()) {
                case TrainingCommand.Stop _ -> stopped = true;
                case TrainingCommand.Pause _ -> pause(current);
                case TrainingCommand.Resume _ -> resume(current);
                case TrainingCommand.DoStep _ -> {
                    pause(current);
                    stepAllowed = true;
                }
                case TrainingCommand.SetLearningRate(double rate) -> {
                    current = changed(current, withRate(current, rate), "learningRate", rate);
                }
                case TrainingCommand.SetWeightDecay(double decay) -> {
                    current = changed(current, current.settings().withWeightDecay(decay), "weightDecay", decay);
                }
                case TrainingCommand.SetMomentum(double momentum) -> {
                    current = changed(current, current.settings().withMomentum(momentum), "momentum", momentum);
                }
            }
        }
        return current;
    }

    private LiveSettings withRate(Progress progress, double rate) {
        return progress.settings().withLearningRateFactor(rate / learningRate.at(progress.step() + 1));
    }

    private Progress changed(Progress progress, LiveSettings settings, String name, double value) {
        listener.on(new TrainingEvent.HyperparameterChanged(progress.step(), name, value));
        return progress.with(settings);
    }

    private void pause(Progress progress) {
        if (!paused) {
            paused = true;
            listener.on(new TrainingEvent.RunPaused(progress.step()));
        }
    }

    private void resume(Progress progress) {
        if (paused) {
            paused = false;
            listener.on(new TrainingEvent.RunResumed(progress.step()));
        }
    }
}
