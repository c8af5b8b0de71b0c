package dev.lamina.reproduce;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How much shorter than in the paper everything must be.
 *
 * @param times by the id of the arm
 */
record Budget(List<Arm.Trained> arms, Map<String, EpochTimes> times, int runs) {
    /** With fewer epochs in the shortest stage nothing is left of a schedule. */
    static final int FEWEST_EPOCHS = 16;

    /** A curve with more points shows no more. */
    static final int MOST_POINTS = 40;

    private static final int FEWEST_POINTS = 10;

    /** The expected duration of one run of an arm. */
    double runSeconds(Arm.Trained arm, Shortening shortening) {
        return of(arm).runSeconds(shortening.of(arm.training()));
    }

    private EpochTimes of(Arm.Trained arm) {
        EpochTimes known = times.get(arm.id());
        if (known == null) {
            throw new IllegalStateException(arm.id() + " was not measured");
        }
        return known;
    }

    private double seconds(Shortening shortening) {
        return runs
                * arms.stream().mapToDouble(arm -> runSeconds(arm, shortening)).sum();
    }

    private double measuringSeconds(Shortening shortening) {
        return runs
                * arms.stream()
                        .mapToDouble(arm -> of(arm).measuringSeconds(shortening.of(arm.training())))
                        .sum();
    }

    /**
     * The longest trainings that fit, at most those of the paper; the shortest stage has a whole number of epochs. Curves
     * have fewer points where their points would take more than a quarter of the time.
     *
     * @throws BadInputException if not even the shortest sensible ones fit
     */
    Shortening fit(double budgetMinutes, double seconds) {
        for (int points = MOST_POINTS; points > FEWEST_POINTS; points /= 2) {
            Optional<Shortening> fitting = longest(points, seconds);
            if (fitting.isPresent() && measuringSeconds(fitting.get()) <= seconds(fitting.get()) / 4) {
                return fitting.get();
            }
        }
        return longest(FEWEST_POINTS, seconds).orElseThrow(() -> tooLittle(budgetMinutes, seconds));
    }

    private Optional<Shortening> longest(int points, double seconds) {
        int high = published();
        int low = Math.min(FEWEST_EPOCHS, high);
        if (seconds(of(low, points)) > seconds) {
            return Optional.empty();
        }
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (seconds(of(middle, points)) <= seconds) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Optional.of(of(low, points));
    }

    private BadInputException tooLittle(double budgetMinutes, double seconds) {
        int epochs = Math.min(FEWEST_EPOCHS, published());
        double needed = seconds(of(epochs, FEWEST_POINTS));
        Message problem = Message.of(
                "reproduce.tooLittleTime",
                epochs,
                published(),
                Math.ceil(needed / 60),
                arms.size(),
                runs,
                Math.ceil((needed - seconds) / 60 * 1.1 + budgetMinutes));
        return new BadInputException(problem.at(String.format(Locale.ROOT, "--budget %.0f", budgetMinutes)));
    }

    /** Epochs of the shortest stage in the paper. */
    private int published() {
        return arms.stream()
                .mapToInt(arm -> arm.training().config().training().epochs())
                .min()
                .orElseThrow();
    }

    private Shortening of(int epochs, int points) {
        return new Shortening((double) epochs / published(), points);
    }
}
