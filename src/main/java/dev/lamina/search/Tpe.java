package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Seeds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Tree-structured Parzen estimator. The best ⌈min(0.1 n, 25)⌉ of n observations are good; for each dimension the densities
 * l(x) of the good and g(x) of the rest are mixtures of kernels at their points and one prior over the range. Of several
 * candidates drawn from l the one with the largest l(x)/g(x) is taken.
 *
 * <p>Trials that run count among the rest, so that parallel ones keep apart; failed ones are the worst; those that were let
 * get further come before those that were not. A dimension under a condition sees only the trials in which it existed. The
 * first trials are {@link Sobol} points. Source: Bergstra et al. 2011, section 4; Watanabe 2023, arXiv 2304.11127.
 */
@JsonTypeName("tpe")
public record Tpe(
        @Setting(
                defaultValue = "16",
                min = 1,
                max = 10_000,
                meaning = "trials at points of the Sobol sequence before the first that is estimated")
        int startTrials,

        @Setting(
                defaultValue = "24",
                min = 1,
                max = 10_000,
                meaning = "points drawn of which the most promising is taken")
        int candidates)
        implements Strategy {
    private static final double GOOD = 0.1;
    private static final int MOST_GOOD = 25;

    @Override
    public Optional<Point> next(SearchSpace space, List<Observation> seen, int trial, long seed) {
        List<Observation> ranked = seen.stream()
                .filter(observation -> observation.state() != Observation.State.RUNNING)
                .sorted(BEST_FIRST)
                .toList();
        if (trial < startTrials || ranked.isEmpty()) {
            return new Sobol().next(space, seen, trial, seed);
        }
        int good = (int) Math.ceil(Math.min(GOOD * ranked.size(), MOST_GOOD));
        List<Point> best = ranked.stream().limit(good).map(Observation::point).toList();
        List<Point> rest = Stream.concat(
                        ranked.stream().skip(good), seen.stream().filter(o -> o.state() == Observation.State.RUNNING))
                .map(Observation::point)
                .toList();
        RandomGenerator random = new Seeds(seed).stream("tpe", trial);
        return Optional.of(space.choose((key, dimension) -> {
            Density promising = Density.of(dimension, values(best, key));
            Density other = Density.of(dimension, values(rest, key));
            return dimension.value(mostPromising(promising, other, random));
        }));
    }

    private static final Comparator<Observation> BEST_FIRST = Comparator.comparing(
                    (Observation o) -> o.state() == Observation.State.FAILED || Double.isNaN(o.value()))
            .thenComparing(Comparator.comparingInt(Observation::epochs).reversed())
            .thenComparingDouble(Observation::value);

    private static List<Object> values(List<Point> points, String key) {
        return points.stream()
                .map(point -> point.values().get(key))
                .filter(value -> value != null)
                .toList();
    }

    private double mostPromising(Density promising, Density other, RandomGenerator random) {
        double best = Double.NEGATIVE_INFINITY;
        double chosen = 0;
        for (int i = 0; i < candidates; i++) {
            double unit = promising.draw(random);
            double ratio = promising.at(unit) / other.at(unit);
            if (ratio > best) {
                best = ratio;
                chosen = unit;
            }
        }
        return chosen;
    }
}
