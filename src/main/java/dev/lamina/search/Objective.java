package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/** What a search tries to make as large or as small as it can. */
public record Objective(
        @Setting(
                defaultValue = "\"validationAccuracy\"",
                meaning = "what is compared, by its name in metrics.jsonl; nothing that is measured on test data")
        String metric,

        @Setting(defaultValue = "\"maximize\"", meaning = "whether large values are good or small ones")
        Goal goal,

        @Setting(defaultValue = "\"best\"", meaning = "which of a trial's epochs counts: its best or its last")
        At at) {
    /** Which way is better. */
    public enum Goal {
        /** Large values are good. */
        @JsonProperty("maximize")
        MAXIMIZE,
        /** Small values are good. */
        @JsonProperty("minimize")
        MINIMIZE
    }

    /** Which epoch of a trial counts. */
    public enum At {
        /** The best one so far. */
        @JsonProperty("best")
        BEST,
        /** The last one in which it was measured. */
        @JsonProperty("last")
        LAST
    }

    /** A measured value as what is minimized. */
    public double loss(double value) {
        return goal == Goal.MAXIMIZE ? -value : value;
    }

    /** The value of which {@link #loss} is this. */
    public double value(double loss) {
        return goal == Goal.MAXIMIZE ? -loss : loss;
    }

    /**
     * What a trial is worth after each of its epochs, smaller is better.
     *
     * @param measured after each epoch, NaN where it was not
     */
    public List<Double> losses(List<Double> measured) {
        List<Double> losses = new ArrayList<>();
        double now = Double.NaN;
        for (double value : measured) {
            double loss = loss(value);
            if (!Double.isNaN(loss)) {
                now = at == At.LAST || Double.isNaN(now) ? loss : Math.min(now, loss);
            }
            losses.add(now);
        }
        return losses;
    }
}
