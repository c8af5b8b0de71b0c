package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Contestant PEER = new SleepingContestant(Path.of(""));
    private static final Rates RATES = new Rates(Map.of(Precision.F32, 100e9, Precision.BF16, 200e9));

    @Test
    void theRatioIsAgainstThePeersFastestModeOfTheSamePrecision() {
        List<Row> rows = Row.of(
                BenchNetwork.RESNET_20,
                List.of(
                        measurement(PEER, SleepingContestant.mode("A"), 30),
                        measurement(PEER, SleepingContestant.mode("B"), 20),
                        measurement(new LaminaContestant(), LaminaContestant.F32, 10),
                        measurement(new LaminaContestant(), LaminaContestant.BF16, 5)),
                1e9,
                RATES);
        assertEquals(2.0 / 3, rows.get(0).ratio(), 1e-12);
        assertEquals(1, rows.get(1).ratio());
        assertEquals(2, rows.get(2).ratio());
        assertEquals(Double.NaN, rows.get(3).ratio());
    }

    @Test
    void theShareIsOfTheRateInTheSamePrecision() {
        List<Row> rows = Row.of(
                BenchNetwork.RESNET_20,
                List.of(
                        measurement(new LaminaContestant(), LaminaContestant.F32, 20),
                        measurement(new LaminaContestant(), LaminaContestant.BF16, 20)),
                1e9,
                RATES);
        assertEquals(0.5, rows.get(0).share());
        assertEquals(0.25, rows.get(1).share());
    }

    @Test
    void theRateIsThatOfTheFastestProduct() {
        Measurement products = new Measurement(
                new Task(new LaminaContestant(), LaminaContestant.F32, LaminaContestant.MATRIX_PRODUCT, 1),
                List.of(4.0, 2.0, 3.0),
                -1);
        assertEquals(2.0 * 768 * 768 * 768 / 2e-3, Rates.flopsPerSecond(products));
    }

    private static Measurement measurement(Contestant contestant, Mode mode, double milliseconds) {
        return new Measurement(new Task(contestant, mode, "resnet20", 2), List.of(milliseconds), 1_000_000);
    }
}
