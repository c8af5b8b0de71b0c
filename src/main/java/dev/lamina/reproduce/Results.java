package dev.lamina.reproduce;

import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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
        return of(armId).flatMap(of -> of.spread(quantity)).map(Spread::median);
    }

    /** That a quantity is lower in one arm than in another. */
    Claim below(Message text, String quantity, String lower, String higher) {
        return Claim.above(text, difference(higher, lower, run -> run.value(quantity)));
    }

    /**
     * One arm's value less another's: seed by seed where both are random, else against the one value of the other.
     *
     * @return empty where no value of one of them is there, or no seed of both
     */
    Optional<Difference> difference(String arm, String less, Function<ArmRun, OptionalDouble> value) {
        Map<Long, Double> own = bySeed(arm, value);
        Map<Long, Double> others = bySeed(less, value);
        Map<Long, Double> here = isRandom(arm) ? own : forEach(others.keySet(), own);
        Map<Long, Double> there = isRandom(less) ? others : forEach(own.keySet(), others);
        double[] differences = here.keySet().stream()
                .filter(there::containsKey)
                .mapToDouble(seed -> value(here, seed) - value(there, seed))
                .toArray();
        if (differences.length == 0) {
            return Optional.empty();
        }
        return Optional.of(
                isRandom(arm) || isRandom(less) ? Difference.of(differences) : Difference.exact(differences[0]));
    }

    private static double value(Map<Long, Double> values, long seed) {
        return Objects.requireNonNull(values.get(seed));
    }

    /** The one value of what no seed changes, for every seed. */
    private static Map<Long, Double> forEach(Set<Long> seeds, Map<Long, Double> one) {
        Map<Long, Double> values = new TreeMap<>();
        one.values().forEach(value -> seeds.forEach(seed -> values.put(seed, value)));
        return values;
    }

    /** A value of each run of a random arm less a number. */
    Optional<Difference> over(String arm, double number, Function<ArmRun, OptionalDouble> value) {
        double[] differences = bySeed(arm, value).values().stream()
                .mapToDouble(v -> v - number)
                .toArray();
        return differences.length == 0 ? Optional.empty() : Optional.of(Difference.of(differences));
    }

    private Map<Long, Double> bySeed(String armId, Function<ArmRun, OptionalDouble> value) {
        Map<Long, Double> values = new TreeMap<>();
        of(armId).stream()
                .flatMap(of -> of.runs().stream())
                .forEach(run -> value.apply(run).ifPresent(v -> values.put(run.seed(), v)));
        return values;
    }

    private boolean isRandom(String armId) {
        return of(armId).filter(of -> of.arm().random()).isPresent();
    }

    private Optional<OfArm> of(String armId) {
        return arms.stream().filter(of -> of.arm().id().equals(armId)).findFirst();
    }
}
