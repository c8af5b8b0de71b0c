package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.DropBlock;
import dev.lamina.nn.layer.DropSchedule;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomMasksTest {
    private static final int TOTAL_STEPS = 100;

    private static HostTensor mask(ResolvedNetwork network, int batchSize, long seed, Progress before) {
        Map<String, HostTensor> inputs = new HashMap<>();
        new RandomMasks(network, new Seeds(seed), TOTAL_STEPS).addTo(inputs, batchSize, before);
        assertEquals(1, inputs.size(), inputs.keySet().toString());
        return inputs.values().iterator().next();
    }

    private static Progress before(int epoch, int stepInEpoch, long step) {
        Progress start = Progress.start(SmallRun.plan());
        return new Progress(epoch - 1, stepInEpoch, step, EpochSums.NONE, start.settings(), start.best());
    }

    private static float[] dropout(int batchSize, long seed, int epoch, int step) {
        HostTensor mask = mask(SmallRun.network(0.2), batchSize, seed, before(epoch, step, step));
        assertEquals(Shape.of(batchSize, 4), mask.shape());
        return mask.values();
    }

    private static ResolvedNetwork network(Layer layer, Shape image) {
        SequentialGraph graph = new SequentialGraph().then("random", layer).then("flatten", new Flatten());
        return NetworkResolver.resolve(graph.head(new SoftmaxHead(true, 0)), image, 3)
                .orThrow();
    }

    @Test
    void aFifthIsDroppedAndTheRestKeepsTheMean() {
        float[] mask = dropout(5000, 1, 1, 0);
        int dropped = 0;
        for (float value : mask) {
            dropped += value == 0 ? 1 : 0;
            assertEquals(value == 0 ? 0 : 1.25f, value);
        }
        // Standard deviation of the count: √(20000 · 0.2 · 0.8) = 57.
        assertEquals(4000, dropped, 4 * 57);
    }

    @Test
    void theMaskFollowsFromSeedEpochAndStep() {
        assertArrayEquals(dropout(64, 1, 1, 0), dropout(64, 1, 1, 0));
        for (float[] other : new float[][] {dropout(64, 2, 1, 0), dropout(64, 1, 2, 0), dropout(64, 1, 1, 1)}) {
            assertFalse(Arrays.equals(dropout(64, 1, 1, 0), other));
        }
    }

    @Test
    void aMaskIsNamedAfterItsLayer() {
        Map<String, HostTensor> inputs = new HashMap<>();
        new RandomMasks(SmallRun.network(0.2), new Seeds(1), 1).addTo(inputs, 2, before(1, 0, 0));
        assertEquals(Set.of("mask/dropout"), inputs.keySet());
    }

    /** Uniform on [0.125, 0.5]: mean 0.3125, standard deviation 0.375/√12. */
    @Test
    void slopesAreUniformBetweenTheirBounds() {
        Shape image = Shape.of(3, 5, 7);
        HostTensor slopes = mask(network(new ActivationLayer(new Rrelu(0.125, 0.5)), image), 200, 1, before(1, 0, 0));
        assertEquals(Shape.of(200, 3, 5, 7), slopes.shape());
        double sum = 0;
        double squares = 0;
        for (float slope : slopes.values()) {
            assertTrue(slope >= 0.125 && slope <= 0.5, "slope " + slope);
            sum += slope;
            squares += slope * slope;
        }
        int count = slopes.values().length;
        double deviation = 0.375 / Math.sqrt(12);
        assertEquals(0.3125, sum / count, 4 * deviation / Math.sqrt(count));
        assertEquals(deviation * deviation + 0.3125 * 0.3125, squares / count, 0.003);
    }

    /** Expected part: 1 less the probability that no square covers a pixel, 1 − (1 − γ)^{squares over it}. */
    @Test
    void dropBlockDropsSquaresOfAboutTheWantedPartAndKeepsTheMean() {
        Shape image = Shape.of(4, 10, 8);
        HostTensor mask = mask(network(new DropBlock(3, 0.8, DropSchedule.CONSTANT), image), 500, 1, before(1, 0, 0));
        double gamma = 0.2 / 9 * 80 / (8 * 6);
        double expected = 0;
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 8; j++) {
                int over = covering(i, 8) * covering(j, 6);
                expected += (1 - Math.pow(1 - gamma, over)) / 80;
            }
        }
        double dropped = 0;
        double sum = 0;
        for (float value : mask.values()) {
            dropped += value == 0 ? 1 : 0;
            sum += value;
        }
        int count = mask.values().length;
        // About 3500 squares: standard deviation 0.003.
        assertEquals(expected, dropped / count, 0.012);
        assertEquals(1, sum / count, 1e-4);
        assertTrue(dropped / count > 0.15 && dropped / count < 0.2, "overlapping squares drop a little less");
        assertEveryZeroLiesInASquare(mask);
    }

    /** Corners from which a square of three reaches a pixel, of so many that there are. */
    private static int covering(int pixel, int corners) {
        return Math.min(pixel, corners - 1) - Math.max(0, pixel - 2) + 1;
    }

    private static void assertEveryZeroLiesInASquare(HostTensor mask) {
        float[] values = mask.values();
        for (int plane = 0; plane < 50; plane++) {
            boolean[] covered = new boolean[80];
            for (int corner = 0; corner < 80; corner++) {
                if (corner / 8 < 8 && corner % 8 < 6 && isSquare(values, plane * 80 + corner)) {
                    for (int k = 0; k < 9; k++) {
                        covered[corner + k / 3 * 8 + k % 3] = true;
                    }
                }
            }
            for (int pixel = 0; pixel < 80; pixel++) {
                assertEquals(covered[pixel], values[plane * 80 + pixel] == 0, "plane " + plane + ", pixel " + pixel);
            }
        }
    }

    private static boolean isSquare(float[] values, int corner) {
        for (int k = 0; k < 9; k++) {
            if (values[corner + k / 3 * 8 + k % 3] != 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aLinearScheduleStartsWithNothingDropped() {
        ResolvedNetwork network = network(new DropBlock(3, 0.5, DropSchedule.LINEAR), Shape.of(4, 8, 8));
        assertEquals(0, dropped(mask(network, 50, 1, before(1, 0, 0))));
        double half = dropped(mask(network, 50, 1, before(1, 50, 50)));
        double whole = dropped(mask(network, 50, 1, before(1, 99, 99)));
        assertTrue(half > 0.15 && half < 0.27, "half way " + half);
        assertTrue(whole > 0.3 && whole < 0.5, "at the end " + whole);
    }

    private static double dropped(HostTensor mask) {
        int count = 0;
        for (float value : mask.values()) {
            count += value == 0 ? 1 : 0;
        }
        return (double) count / mask.values().length;
    }

    /** As large as the whole plane, and nothing left of it. */
    @Test
    void aSquareNoLargerThanThePlaneCanTakeAllOfIt() {
        ResolvedNetwork network = network(new DropBlock(7, 0.01, DropSchedule.CONSTANT), Shape.of(1, 2, 2));
        float[] mask = mask(network, 400, 1, before(1, 0, 0)).values();
        for (int i = 0; i < mask.length; i += 4) {
            for (int k = 1; k < 4; k++) {
                assertEquals(mask[i], mask[i + k]);
            }
        }
        assertTrue(dropped(new HostTensor(Shape.of(mask.length), mask)) > 0.95);
    }
}
