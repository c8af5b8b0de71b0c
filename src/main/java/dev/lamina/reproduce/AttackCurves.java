package dev.lamina.reproduce;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * Accuracy on adversarial images against ε, a curve for each arm: the median over its runs.
 *
 * @param epsilons in gray values of 255
 */
record AttackCurves(List<Double> epsilons) {
    /** Nothing where no arm was attacked. */
    Optional<Panel> of(List<Results.OfArm> arms) {
        List<Series> series =
                arms.stream().map(this::of).filter(curve -> curve.size() > 0).toList();
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(Panel.of(
                        AxisSpec.of(Message.of("reproduce.epsilonAxis").toString(), AxisScale.LINEAR),
                        AxisSpec.of(Message.of("reproduce.testAccuracyAxis").toString(), AxisScale.LINEAR),
                        series));
    }

    private Series of(Results.OfArm of) {
        List<Double> measured = epsilons.stream()
                .filter(e -> of.spread(Quantity.attacked(e)).isPresent())
                .toList();
        return Series.of(
                of.arm().label().toString(),
                measured.stream().mapToDouble(e -> e).toArray(),
                measured.stream()
                        .mapToDouble(e ->
                                of.spread(Quantity.attacked(e)).orElseThrow().median())
                        .toArray());
    }
}
