package dev.lamina.ui.fx;

import dev.lamina.data.DataLocation;
import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.setting.Setting;

/** Where the window trains. */
public record TrainingProcess(
        @Setting(
                defaultValue = "\"by-backend\"",
                meaning = "own-process trains always in a process of its own, by-backend where the backend needs one")
        RunPlace place,

        @Setting(
                defaultValue = "1",
                min = 0,
                minExclusive = true,
                max = 100000,
                unit = "minutes",
                meaning = "time without a sign of life after which a process that trains is ended")
        double silenceMinutes) {
    private static final double SECONDS_PER_MINUTE = 60;

    /** The door through which runs begin. */
    public Runs runs(DataLocation data) {
        return new Runs(data, place, silenceMinutes * SECONDS_PER_MINUTE);
    }

    public TrainingProcess with(RunPlace other) {
        return new TrainingProcess(other, silenceMinutes);
    }
}
