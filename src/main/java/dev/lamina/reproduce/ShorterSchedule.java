package dev.lamina.reproduce;

import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.HalveEverySchedule;
import dev.lamina.nn.optim.MultiStepSchedule;
import dev.lamina.nn.optim.Schedule;
import dev.lamina.nn.optim.StepSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A learning rate's schedule for fewer epochs. Most of what a network gains it gains at low rates: where steps would leave
 * fewer than {@link #FEWEST_EPOCHS} at one of them, a cosine takes their place.
 *
 * @param published the paper's
 * @param factor of every number of epochs
 * @param epochs of the shorter training
 */
record ShorterSchedule(Schedule published, double factor, int epochs) {
    static final int FEWEST_EPOCHS = 5;

    private static final Schedule COSINE = new CosineSchedule(0);

    Schedule keepingItsRates() {
        return switch (published) {
            case HalveEverySchedule(int every) ->
                period(every).isPresent() ? new HalveEverySchedule(period(every).getAsInt()) : COSINE;
            case StepSchedule(int every, double by) ->
                period(every).isPresent() ? new StepSchedule(period(every).getAsInt(), by) : COSINE;
            case MultiStepSchedule(List<Integer> at, double by) -> apart(at, by);
            case ConstantSchedule _, CosineSchedule _ -> published;
        };
    }

    /** Every number of epochs times the factor, whatever is left of it. */
    Schedule scaled() {
        return switch (published) {
            case HalveEverySchedule(int every) -> new HalveEverySchedule(times(every));
            case StepSchedule(int every, double by) -> new StepSchedule(times(every), by);
            case MultiStepSchedule(List<Integer> at, double by) -> new MultiStepSchedule(milestones(at, 1), by);
            case ConstantSchedule _, CosineSchedule _ -> published;
        };
    }

    /** Epochs between two changes, a little longer where the last rate would have a short rest. */
    private OptionalInt period(int every) {
        int scaled = times(every);
        int longer = Math.ceilDiv(epochs, Math.max(1, epochs / scaled));
        return IntStream.of(scaled, longer)
                .filter(n -> n >= FEWEST_EPOCHS && (epochs % n == 0 || epochs % n >= FEWEST_EPOCHS))
                .findFirst();
    }

    private Schedule apart(List<Integer> at, double by) {
        if (epochs < FEWEST_EPOCHS * (at.size() + 1)) {
            return COSINE;
        }
        List<Integer> milestones = new ArrayList<>(milestones(at, FEWEST_EPOCHS));
        int latest = epochs;
        for (int i = milestones.size() - 1; i >= 0; i--) {
            latest = Math.min(milestones.get(i), latest - FEWEST_EPOCHS);
            milestones.set(i, latest);
        }
        return new MultiStepSchedule(milestones, by);
    }

    private List<Integer> milestones(List<Integer> at, int distance) {
        List<Integer> shorter = new ArrayList<>();
        for (int epoch : at.stream().sorted().toList()) {
            int earliest = distance + (shorter.isEmpty() ? 0 : shorter.getLast());
            shorter.add(Math.max(earliest, times(epoch)));
        }
        return shorter;
    }

    private int times(int number) {
        return (int) Math.max(1, Math.round(number * factor));
    }
}
