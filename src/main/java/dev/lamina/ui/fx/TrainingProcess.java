package dev.lamina.ui.fx;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.setting.Setting;

/** Where the window trains. */
public record TrainingProcess(
        @Setting(
                defaultValue = "\"by-backend\"",
                meaning = "own-process trains always in a process of its own, by-backend unless the backend is cpu")
        Place place,

        @Setting(
                defaultValue = "1",
                min = 0,
                minExclusive = true,
                max = 100000,
                unit = "minutes",
                meaning = "time without a sign of life after which a process that trains is ended")
        double silenceMinutes) {
    /** The process that does the steps. */
    public enum Place {
        @JsonProperty("by-backend")
        BY_BACKEND,
        @JsonProperty("own-process")
        OWN_PROCESS
    }

    public TrainingProcess with(Place other) {
        return new TrainingProcess(other, silenceMinutes);
    }
}
