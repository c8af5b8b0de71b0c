package dev.lamina.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecadeAxisTest {
    @Test
    void manyDecadesAreLabeledAtPowersOfTen() {
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 4.0), DecadeAxis.positions(-0.2, 4.3));
        assertEquals(List.of(0.0, 50.0, 100.0, 150.0, 200.0, 250.0), DecadeAxis.positions(0, 290));
    }

    @Test
    void withinADecadeLabelsAreRoundValues() {
        assertEquals(List.of(1.0, 2.0, 5.0, 10.0), values(0, 1));
        assertEquals(List.of(20.0, 25.0, 30.0, 35.0, 40.0), values(Math.log10(19), Math.log10(41)));
    }

    private static List<Double> values(double from, double to) {
        return DecadeAxis.positions(from, to).stream()
                .map(position -> Math.round(Math.pow(10, position) * 1e6) / 1e6)
                .toList();
    }
}
