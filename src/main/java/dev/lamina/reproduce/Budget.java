package dev.lamina.reproduce;

import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much shorter than in the paper everything must be. */
final class Budget {
    /** With fewer epochs in the shortest stage nothing is left of a schedule. */
    static final int FEWEST_EPOCHS = 16;

    private final List<Arm.Trained> arms;
    private final Map<String, EpochTimes> times;
    private final int runs;

    /** @param times by the id of the arm */
    Budget(List<Arm.Trained> arms, Map<String, EpochTimes> times, int runs) {
        this.arms = arms;
        this.times = times;
        this.runs = runs;
    }

    /** The expected duration of one run of an arm. */
    double runSeconds(Arm.Trained arm, Shortening shortening) {
        EpochTimes known = times.get(arm.id());
        if (known == null) {
            throw new IllegalStateException(arm.id() + " was not measured");
        }
        return known.runSeconds(shortening.of(arm.config()));
    }

    private double seconds(Shortening shortening) {
        return runs
                * arms.stream().mapToDouble(arm -> runSeconds(arm, shortening)).sum();
    }

    /**
     * The longest trainings that fit, at most those of the paper; the shortest stage has a whole number of epochs.
     *
     * @throws BadInputException if not even the shortest sensible ones fit
     */
    Shortening fit(double budgetMinutes, double seconds) {
        int published = arms.stream()
                .mapToInt(arm -> arm.config().training().epochs())
                .min()
                .orElseThrow();
        int low = Math.min(FEWEST_EPOCHS, published);
        if (seconds(of(low, published)) > seconds) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "--budget %.0f: even %d of the paper's %d epochs take about %.0f minutes for %d run%s of %d arm%s;"
                            + " give --budget %.0f, or fewer --runs",
                    budgetMinutes,
                    low,
                    published,
                    Math.ceil(seconds(of(low, published)) / 60),
                    runs,
                    runs == 1 ? "" : "s",
                    arms.size(),
                    arms.size() == 1 ? "" : "s",
                    Math.ceil((seconds(of(low, published)) - seconds) / 60 * 1.1 + budgetMinutes)));
        }
        int high = published;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (seconds(of(middle, published)) <= seconds) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return of(low, published);
    }

    private static Shortening of(int epochs, int published) {
        return new Shortening((double) epochs / published);
    }
}
