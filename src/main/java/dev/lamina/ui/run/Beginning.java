package dev.lamina.ui.run;

import dev.lamina.event.TrainingCommand;

/** How far a run goes before it waits. */
public enum Beginning {
    TO_THE_END,
    ONE_STEP,
    ONE_EPOCH;

    TrainingCommand command() {
        return switch (this) {
            case TO_THE_END -> new TrainingCommand.Resume();
            case ONE_STEP -> new TrainingCommand.DoStep();
            case ONE_EPOCH -> new TrainingCommand.DoEpoch();
        };
    }
}
