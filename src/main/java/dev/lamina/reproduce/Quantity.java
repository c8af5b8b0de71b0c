package dev.lamina.reproduce;

import dev.lamina.figure.text.NumberText;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.probe.GbrFunction;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A number that is taken from each run.
 *
 * @param id in files
 * @param label in tables
 * @param unit "%" or empty
 * @param reading from the metrics of a finished run; empty where the run does not have it
 */
public record Quantity(String id, Message label, String unit, Function<List<EpochMetrics>, OptionalDouble> reading) {
    /** 100 (1 − accuracy) after the last epoch, by WNLL where the network has that head. */
    static Quantity testError() {
        return new Quantity("test-error", Message.of("reproduce.testError"), "%", epochs -> {
            OptionalDouble byWnll = last(epochs, Tags.WNLL_TEST_ACCURACY);
            OptionalDouble accuracy = byWnll.isPresent() ? byWnll : last(epochs, Tags.TEST_ACCURACY);
            return accuracy.stream().map(a -> 100 * (1 - a)).findFirst();
        });
    }

    /** Steps after which the training error of an epoch is 15 % or less for the first time, as the MPELU paper counts. */
    static Quantity stepsToTrainingError15() {
        return new Quantity(
                "steps-to-15-percent",
                Message.of("reproduce.stepsTo15"),
                "",
                epochs -> epochs.stream()
                        .filter(epoch -> epoch.value(Tags.TRAIN_ACCURACY).orElse(0) >= 0.85)
                        .mapToDouble(EpochMetrics::step)
                        .findFirst());
    }

    /** A metric after the last epoch, as it is displayed. */
    static Quantity last(String id, Message label, Tag metric) {
        return new Quantity(
                id,
                label,
                metric.unit().equals("%") ? "%" : "",
                epochs -> last(epochs, metric).stream().map(metric::displayed).findFirst());
    }

    /** One in percent that the metrics do not hold. */
    static Quantity measuredApart(String id, Message label) {
        return new Quantity(id, label, "%", _ -> OptionalDouble.empty());
    }

    /** Accuracy on adversarial images; ε in gray values of 255. */
    static Quantity ofAttack(double epsilon) {
        return measuredApart(attacked(epsilon), Message.of("reproduce.attackedAccuracy", NumberText.of(epsilon)));
    }

    /** The id of the accuracy at one ε. */
    static String attacked(double epsilon) {
        return "fgsm-" + epsilon;
    }

    /** GBR of another function than that of the metrics. */
    static Quantity ofFunction(GbrFunction function, Message label) {
        return new Quantity(function.tag().id(), label, "", _ -> OptionalDouble.empty());
    }

    /** A value as tables print it: 12.34 % or 250.1. */
    public Message text(double value) {
        if (!Double.isFinite(value)) {
            return Message.of("reproduce.notFinite");
        }
        return Message.of(unit.equals("%") ? "reproduce.percent" : "reproduce.number", value);
    }

    private static OptionalDouble last(List<EpochMetrics> epochs, Tag metric) {
        return epochs.isEmpty() ? OptionalDouble.empty() : epochs.getLast().value(metric);
    }
}
