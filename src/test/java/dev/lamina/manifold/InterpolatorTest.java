package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterpolatorTest {
    private static final int CLASSES = 3;

    /** Clouds so far apart that no neighbor is of another class; class i mod 3. */
    static Points clouds(int count, long seed) {
        RandomGenerator random = new Seeds(seed).stream("far clouds");
        float[] x = new float[2 * count];
        for (int i = 0; i < count; i++) {
            x[2 * i] = (float) (100 * (i % CLASSES) + random.nextGaussian());
            x[2 * i + 1] = (float) random.nextGaussian();
        }
        return new Points(count, 2, x);
    }

    static int[] labels(int count) {
        return IntStream.range(0, count).map(i -> i % CLASSES).toArray();
    }

    private static WnllSettings settings(int templateBatch, TemplateVote vote) {
        return new WnllSettings(
                15, 8, WeightKernel.REFERENCE_CODE, ExtraTerm.WEIGHTED, 1e-9, templateBatch, vote, 0, 200_000);
    }

    @Test
    void wellSeparatedClassesAreToldApartWithAWholeTemplateAndInBatches() {
        for (TemplateVote vote : TemplateVote.values()) {
            for (int batch : new int[] {0, 120, 1000}) {
                Interpolation u = new Interpolator(settings(batch, vote), 2, _ -> {})
                        .interpolate(clouds(360, 1), labels(360), clouds(60, 2), CLASSES);
                assertArrayEquals(labels(60), u.predictions());
                assertEquals(
                        1, IntStream.range(0, 3).mapToDouble(c -> u.scores()[c]).sum(), 1e-7);
            }
        }
    }

    /** Each batch is a graph of its own: what it gives is what it gives alone. */
    @Test
    void queriesOfABatchDecideTogetherAndOfNoOther() {
        Points template = ExactNeighborsTest.gaussian(90, 4, 1);
        Points queries = ExactNeighborsTest.gaussian(70, 4, 2);
        WnllSettings settings = settings(0, TemplateVote.SCORES).withQueryBatch(30);
        Interpolation batches =
                new Interpolator(settings, 2, _ -> {}).interpolate(template, labels(90), queries, CLASSES);
        assertEquals(70, batches.queries());
        for (int first = 0; first < 70; first += 30) {
            int end = Math.min(70, first + 30);
            Points alone = queries.select(IntStream.range(first, end).toArray());
            Interpolation u = new Interpolator(settings.withQueryBatch(0), 1, _ -> {})
                    .interpolate(template, labels(90), alone, CLASSES);
            assertArrayEquals(
                    u.scores(), Arrays.copyOfRange(batches.scores(), first * CLASSES, end * CLASSES), "from " + first);
        }
        Interpolation together = new Interpolator(settings.withQueryBatch(0), 1, _ -> {})
                .interpolate(template, labels(90), queries, CLASSES);
        assertNotEquals(together.scores()[0], batches.scores()[0], "μ depends on the number of queries");
        assertArrayEquals(
                together.scores(),
                new Interpolator(settings.withQueryBatch(70), 1, _ -> {})
                        .interpolate(template, labels(90), queries, CLASSES)
                        .scores());
    }

    @Test
    void aTemplateIsDealtToBatchesClassByClass() {
        List<int[]> batches = TemplateBatches.of(new int[] {0, 1, 0, 1, 0, 1, 0}, 4);
        assertEquals(2, batches.size());
        assertArrayEquals(new int[] {0, 4, 1, 5}, batches.get(0));
        assertArrayEquals(new int[] {2, 6, 3}, batches.get(1));
        assertEquals(3, TemplateBatches.smallest(7, 4));
        assertArrayEquals(
                new int[] {0, 1, 2}, TemplateBatches.of(new int[] {2, 0, 1}, 0).getFirst());
    }

    /** Worked example: 0.9 + 0.4 + 0.4 against 0.1 + 0.6 + 0.6, but one vote against two. */
    @Test
    void scoresAndVotesCanDisagree() {
        List<Interpolation> batches = List.of(scores(0.9, 0.1), scores(0.4, 0.6), scores(0.4, 0.6));
        assertArrayEquals(
                new int[] {0},
                TemplateBatches.join(batches, TemplateVote.SCORES).predictions());
        Interpolation votes = TemplateBatches.join(batches, TemplateVote.MAJORITY);
        assertArrayEquals(new int[] {1}, votes.predictions());
        assertArrayEquals(new double[] {1.0 / 3, 2.0 / 3}, votes.scores(), 1e-12);
    }

    /** u/Σu: a batch whose row does not sum to 1 counts no more than another. */
    @Test
    void scoresAreNormalizedBeforeTheyAddUp() {
        Interpolation joined = TemplateBatches.join(List.of(scores(2, 2), scores(0.3, 0.7)), TemplateVote.SCORES);
        assertArrayEquals(new double[] {0.4, 0.6}, joined.scores(), 1e-12);
    }

    private static Interpolation scores(double first, double second) {
        return new Interpolation(1, 2, new double[] {first, second}, 1, 0, 1);
    }

    @Test
    void aTemplateThatMayLackAClassIsWarnedOf() {
        var whole = new Interpolator(WnllSettings.DEFAULT, 1, _ -> {});
        assertTrue(whole.warning(29, 10).orElseThrow().toString().contains("30 random examples"));
        assertFalse(whole.warning(30, 10).isPresent());
        assertTrue(new Interpolator(settings(20, TemplateVote.SCORES), 1, _ -> {})
                .warning(1000, 10)
                .isPresent());
    }

    @Test
    void progressGoesFromNothingToAll() {
        List<Double> told = new ArrayList<>();
        new Interpolator(settings(120, TemplateVote.SCORES), 1, told::add)
                .interpolate(clouds(360, 1), labels(360), clouds(60, 2), CLASSES);
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(1, told.getLast(), 1e-12);
        assertTrue(told.stream().filter(fraction -> fraction > 1 - 1e-12).count() > 3, "a long solution is heard of");
    }

    @Test
    void theMajorityOfTheNearestDecidesAndOfEqualCountsTheNearer() {
        Points template = new Points(5, 1, new float[] {0, 1, 2, 10, 11});
        int[] labels = {0, 1, 1, 2, 2};
        Points queries = new Points(3, 1, new float[] {0.1f, 10.4f, 0.4f});
        assertArrayEquals(new int[] {1, 2, 1}, NeighborVote.classify(template, labels, queries, 3, 3, 1, _ -> {}));
        assertArrayEquals(
                new int[] {0, 2, 0},
                Arrays.stream(NeighborVote.classify(template, labels, queries, 3, 2, 1, _ -> {}))
                        .toArray());
    }
}
