package dev.lamina.search;

import dev.lamina.setting.Setting;

/**
 * Successive halving by pausing: every trial is trained up to the first rung, and of those that reach a rung one in so many
 * goes on from its checkpoint to the next. Nothing is done twice, and nothing is given up for good.
 */
public record Halving(
        @Setting(
                defaultValue = "3",
                min = 2,
                max = 100,
                meaning = "η: one in so many goes on from a rung, and the next rung is at so many times its epochs")
        int factor,

        @Setting(defaultValue = "1", min = 1, max = 1_000_000, unit = "epochs", meaning = "where the first rung is")
        int firstEpochs) {}
