package dev.lamina.reproduce;

import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What has been measured so far, arm by arm. */
public record Results(List<OfArm> arms) {
    public Results {
        arms = List.copyOf(arms);
    }

    /**
     * One arm.
     *
     * @param runs the finished ones, in the order of their seeds
     * @param curves the metrics of each run, nothing of raw pixels
     * @param failures why others have no result
     */
    public record OfArm(Arm arm, List<ArmRun> runs, List<List<EpochMetrics>> curves, List<Message> failures) {
        public OfArm {
            runs = List.copyOf(runs);
            curves = List.copyOf(curves);
            failures = List.copyOf(failures);
        }

        /** Over the finished runs that have it. */
        public Optional<Spread> spread(String quantity) {
            return Spread.of(runs.stream()
                    .flatMapToDouble(run -> run.value(quantity).stream())
                    .toArray());
        }

        /** The median over the runs, epoch by epoch, as it is displayed; epochs that a run lacks are left out. */
        Map<Integer, Double> medians(Tag metric) {
            Map<Integer, List<Double>> byEpoch = new TreeMap<>();
            for (List<EpochMetrics> curve : curves) {
                for (EpochMetrics epoch : curve) {
                    epoch.value(metric)
                            .ifPresent(v -> byEpoch.computeIfAbsent(epoch.epoch(), _ -> new ArrayList<>())
                                    .add(metric.displayed(v)));
                }
            }
            Map<Integer, Double> medians = new TreeMap<>();
            byEpoch.forEach((epoch, values) -> {
                if (values.size() == curves.size()) {
                    medians.put(
                            epoch,
                            Spread.of(values.stream().mapToDouble(v -> v).toArray())
                                    .orElseThrow()
                                    .median());
                }
            });
            return medians;
        }
    }

    /** The median of a quantity of one arm. */
    Optional<Double> median(String armId, String quantity) {
        return arms.stream()
                .filter(of -> of.arm().id().equals(armId))
                .findFirst()
                .flatMap(of -> of.spread(quantity))
                .map(Spread::median);
    }

    /** Whether the median of one arm lies below that of another. */
    Claim below(Message text, String quantity, String lower, String higher) {
        Optional<Double> low = median(lower, quantity);
        return new Claim(text, low.flatMap(l -> median(higher, quantity).map(h -> l < h)));
    }
}
