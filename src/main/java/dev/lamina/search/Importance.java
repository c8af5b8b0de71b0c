package dev.lamina.search;

import dev.lamina.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How much each dimension has to do with a trial being among the best: PED-ANOVA. For each dimension the Pearson divergence
 *   D = Σ_v p(v) (q(v)/p(v) − 1)²
 * between the distribution q of the best γ of the trials and p of all, as shares of their sum. Both are estimated on a grid of
 * places (a choice's values) by the same kernels as TPE's, with the prior. Source: Watanabe, Bansal, Hutter 2023, arXiv
 * 2304.10255, eq. 16; only trials in which a dimension existed count for it.
 *
 * @param share of each dimension by key, sum 1; all 0 where none tells anything
 */
public record Importance(Map<String, Share> share, int trials) {
    private static final int PLACES = 50;
    private static final double BEST = 0.1;

    /** Fewer tell nothing. */
    private static final int FEWEST = 4;

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /**
     * The part of one dimension.
     *
     * @param low end of the interval in which 95 % of the bootstrap's repeats lie
     * @param high its other end
     */
    public record Share(double value, double low, double high) {}

    /**
     * Of measured trials; those without a value are left out.
     *
     * @param repeats of the bootstrap, each on as many trials drawn with replacement
     */
    public static Importance of(SearchSpace space, List<Observation> seen, int repeats, long seed) {
        List<Observation> measured = seen.stream()
                .filter(o -> o.state() == Observation.State.MEASURED && !Double.isNaN(o.value()))
                .toList();
        double[] point = shares(space, measured);
        double[][] drawn = new double[repeats][];
        RandomGenerator random = new Seeds(seed).stream("bootstrap");
        for (int r = 0; r < repeats && !measured.isEmpty(); r++) {
            List<Observation> again = IntStream.range(0, measured.size())
                    .mapToObj(_ -> measured.get(random.nextInt(measured.size())))
                    .toList();
            drawn[r] = shares(space, again);
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        int d = 0;
        for (String key : space.dimensions().keySet()) {
            int column = d++;
            double[] sorted = measured.isEmpty()
                    ? new double[] {0}
                    : Arrays.stream(drawn)
                            .mapToDouble(row -> row[column])
                            .sorted()
                            .toArray();
            shares.put(key, new Share(point[column], quantile(sorted, LOW), quantile(sorted, HIGH)));
        }
        return new Importance(shares, measured.size());
    }

    private static double quantile(double[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    private static double[] shares(SearchSpace space, List<Observation> seen) {
        double[] divergences = space.dimensions().entrySet().stream()
                .mapToDouble(entry -> divergence(entry.getKey(), entry.getValue(), seen))
                .toArray();
        double sum = Arrays.stream(divergences).sum();
        return Arrays.stream(divergences)
                .map(divergence -> sum > 0 ? divergence / sum : 0)
                .toArray();
    }

    private static double divergence(String key, Dimension dimension, List<Observation> seen) {
        List<Observation> existing = seen.stream()
                .filter(o -> o.point().values().containsKey(key))
                .sorted(Comparator.comparingDouble(Observation::value))
                .toList();
        if (existing.size() < FEWEST) {
            return 0;
        }
        int best = Math.max(2, (int) Math.ceil(BEST * existing.size()));
        List<Object> values = new ArrayList<>();
        existing.forEach(o -> values.add(o.point().values().get(key)));
        Density all = Density.of(dimension, values);
        Density good = Density.of(dimension, values.subList(0, best));
        int places = dimension.count() > 0 ? Math.min(dimension.count(), PLACES) : PLACES;
        double sum = 0;
        for (int i = 0; i < places; i++) {
            double unit = (i + 0.5) / places;
            double p = all.at(unit) / places;
            double ratio = good.at(unit) / all.at(unit) - 1;
            sum += p * ratio * ratio;
        }
        return sum;
    }
}
