package dev.lamina.probe;

import dev.lamina.setting.Setting;
import org.jspecify.annotations.Nullable;

/** When a probe is read while a network trains. */
public record Due(
        @Setting(
                defaultValue = "1",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs between readings; the last of training.epochs is read too")
        int everyEpochs,

        @Setting(
                min = 1,
                max = 1_000_000_000,
                unit = "steps",
                meaning = "steps between readings within an epoch, none unless given")
        @Nullable
        Integer everySteps,

        @Setting(
                min = 0.1,
                max = 1_000_000,
                unit = "s",
                meaning =
                        "seconds between readings within an epoch, none unless given; they take at most 1/20 of the time")
        @Nullable
        Double everySeconds) {}
