package dev.lamina.search;

import dev.lamina.setting.Setting;
import org.jspecify.annotations.Nullable;

/** When a search ends. What is at work then is brought to its end; nothing else begins. */
public record Budget(
        @Setting(defaultValue = "20", min = 1, max = 1_000_000, unit = "trials", meaning = "how many points are tried")
        int trials,

        @Setting(
                min = 0,
                minExclusive = true,
                unit = "images",
                meaning = "training images of all epochs of all trials; no limit unless given")
        @Nullable
        Double images,

        @Setting(
                min = 0,
                minExclusive = true,
                unit = "h",
                meaning = "hours of work, those of all trials together; no limit unless given")
        @Nullable
        Double hours) {
    private static final double SECONDS_PER_HOUR = 3600;

    /** Whether images or hours are used up. */
    boolean isSpent(Spent spent) {
        return (images != null && spent.images() >= images)
                || (hours != null && spent.seconds() >= hours * SECONDS_PER_HOUR);
    }

    /**
     * What all trials took so far.
     *
     * @param images seen in training, one as often as it was seen
     * @param seconds of work, summed over trials
     */
    public record Spent(double images, double seconds) {
        /** Before the first step. */
        public static final Spent NOTHING = new Spent(0, 0);
    }
}
