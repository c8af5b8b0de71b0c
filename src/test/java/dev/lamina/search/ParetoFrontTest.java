package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    @Test
    void aPointIsOnTheFrontIfNoOtherBeatsItInBoth() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 50; round++) {
            double[] x = random.ints(40, 0, 12).asDoubleStream().toArray();
            double[] y = random.ints(40, 0, 12).asDoubleStream().toArray();
            x[7] = Double.NaN;
            BitSet expected = new BitSet();
            for (int i = 0; i < x.length; i++) {
                boolean beaten = Double.isNaN(x[i]);
                for (int j = 0; j < x.length; j++) {
                    beaten |= x[j] <= x[i] && y[j] <= y[i] && (x[j] < x[i] || y[j] < y[i]);
                }
                expected.set(i, !beaten);
            }
            assertEquals(expected, ParetoFront.of(x, y));
        }
    }
}
