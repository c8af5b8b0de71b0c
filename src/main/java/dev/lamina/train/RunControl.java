package dev.lamina.train;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.message.Message;
import dev.lamina.nn.optim.Sgd;
import java.util.Optional;

/** Obeys commands between two steps: changes settings, waits while paused, tells when to stop. */
final class RunControl {
    private final CommandQueue commands;
    private final TrainingListener listener;
    private final TrainingPlan plan;
    private final MeasureCommands measuring;
    private final KeptStates states;
    private final Pace pace = new Pace();
    private boolean paused;
    private boolean pauseUntold;
    private int pauseAtEpochsDone = Integer.MAX_VALUE;
    private int stopAtEpochsDone = Integer.MAX_VALUE;
    private boolean stopped;
    private boolean wentBack;
    private boolean stepOwed;

    RunControl(
            CommandQueue commands,
            TrainingListener listener,
            TrainingPlan plan,
            MeasureCommands measuring,
            KeptStates states) {
        this.measuring = measuring;
        this.states = states;
        this.commands = commands;
        this.listener = listener;
        this.plan = plan;
    }

    /** Whether the run must stop instead of doing the next step. */
    boolean stopped() {
        return stopped;
    }

    /** Whether the last {@link #obey} led to another state, from where the run is to enter its epoch anew. */
    boolean wentBack() {
        return wentBack;
    }

    /**
     * Takes all waiting commands, and waits for more while paused, or while it is too soon for the next step.
     *
     * @return the progress with settings as changed
     */
    Progress obey(Progress progress) {
        wentBack = false;
        if (stepOwed) {
            stepOwed = false;
            return progress;
        }
        Progress current = progress;
        boolean stepAllowed = false;
        if (pauseUntold) {
            tellPause(progress);
        }
        if (progress.epochsDone() >= pauseAtEpochsDone) {
            pause(progress);
        }
        stopped |= progress.epochsDone() >= stopAtEpochsDone;
        while (!stopped && !stepAllowed) {
            Optional<TrainingCommand> command =
                    paused ? Optional.of(commands.take()) : commands.poll(pace.waitNanos(System.nanoTime()));
            if (command.isEmpty()) {
                break;
            }
            switch (command.get()) {
                case TrainingCommand.Stop _ -> stopped = true;
                case TrainingCommand.StopAfter(int epochs) -> stopAtEpochsDone = epochs;
                case TrainingCommand.Pause _ -> pause(current);
                case TrainingCommand.Resume _ -> resume(current);
                case TrainingCommand.DoEpoch _ -> {
                    resume(current);
                    pauseAtEpochsDone = current.epochsDone() + 1;
                }
                case TrainingCommand.DoStep _ -> {
                    pauseAtEpochsDone = Integer.MAX_VALUE;
                    paused = true;
                    pauseUntold = true;
                    stepAllowed = true;
                }
                case TrainingCommand.SetLearningRate(double rate) -> {
                    current = withRate(current, rate);
                }
                case TrainingCommand.SetWeightDecay(double decay) -> {
                    current = changed(current, current.settings().withWeightDecay(decay), "weightDecay", decay);
                }
                case TrainingCommand.Measure measure -> measuring.obey(measure, current);
                case TrainingCommand.SetPace(double stepsPerSecond) -> pace.set(stepsPerSecond);
                case TrainingCommand.KeepStates(double most) -> states.keepAtMost((int) most, current);
                case TrainingCommand.GoBack(double step) -> {
                    current = goBack(current, (long) step);
                }
                case TrainingCommand.SetMomentum(double momentum) -> {
                    current = withMomentum(current, momentum);
                }
            }
        }
        // The order may have come after the epoch it is about.
        stopped |= progress.epochsDone() >= stopAtEpochsDone;
        stepOwed = wentBack && stepAllowed;
        pace.begin(System.nanoTime());
        if (!paused) {
            measuring.goOn(current);
        }
        return current;
    }

    /** Unchanged where no state is kept. */
    private Progress goBack(Progress progress, long step) {
        Optional<Progress> found = states.restore(step);
        if (found.isEmpty()) {
            listener.on(new TrainingEvent.CommandRefused(null, "go-back", Message.of("train.noState")));
            return progress;
        }
        Progress there = found.get();
        wentBack = true;
        pauseUntold = false;
        pauseAtEpochsDone = Integer.MAX_VALUE;
        measuring.wentBack();
        listener.on(new TrainingEvent.WentBack(there.latestEpoch(), there.step()));
        tellChanges(progress.settings(), there);
        return there;
    }

    private void tellChanges(LiveSettings before, Progress there) {
        LiveSettings now = there.settings();
        if (now.learningRateFactor() != before.learningRateFactor()) {
            double scheduled = plan.stages().learningRate(Math.max(1, there.step()));
            changed(there, now, "learningRate", scheduled * now.learningRateFactor());
        }
        if (now.weightDecay() != before.weightDecay()) {
            changed(there, now, "weightDecay", now.weightDecay());
        }
        if (now.momentum() != before.momentum()) {
            changed(there, now, "momentum", now.momentum());
        }
    }

    /** Unchanged where no step is left to take the rate, or the schedule is so near 0 that nothing scales it. */
    private Progress withRate(Progress progress, double rate) {
        TrainingStages stages = plan.stages();
        boolean stepLeft = progress.step() < stages.steps();
        double factor = rate / stages.learningRate(progress.step() + 1);
        if (!stepLeft || !Double.isFinite(factor)) {
            return progress;
        }
        return changed(progress, progress.settings().withLearningRateFactor(factor), "learningRate", rate);
    }

    /** Unchanged for an optimizer without momentum. */
    private Progress withMomentum(Progress progress, double momentum) {
        return plan.optimizer() instanceof Sgd
                ? changed(progress, progress.settings().withMomentum(momentum), "momentum", momentum)
                : progress;
    }

    private Progress changed(Progress progress, LiveSettings settings, String name, double value) {
        listener.on(new TrainingEvent.HyperparameterChanged(progress.step(), name, value));
        return progress.with(settings);
    }

    private void pause(Progress progress) {
        pauseAtEpochsDone = Integer.MAX_VALUE;
        if (!paused) {
            paused = true;
            tellPause(progress);
        }
    }

    private void tellPause(Progress progress) {
        pauseUntold = false;
        measuring.pause();
        states.keep(progress);
        listener.on(new TrainingEvent.RunPaused(progress.step()));
    }

    private void resume(Progress progress) {
        pauseAtEpochsDone = Integer.MAX_VALUE;
        if (paused) {
            paused = false;
            listener.on(new TrainingEvent.RunResumed(progress.step()));
        }
    }
}
