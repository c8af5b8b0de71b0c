package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void epochsAreWholeNumbers() {
        assertEquals(List.of("2", "4", "6", "8", "10", "12", "14"), labels(AxisScale.INTEGER, 1, 15, 8));
        assertEquals(List.of("1", "2", "3"), labels(AxisScale.INTEGER, 0.9, 3.1, 20));
        assertEquals(List.of("1"), labels(AxisScale.INTEGER, 0.5, 1.5, 8));
    }

    @Test
    void linearTicksHaveEqualDecimalsAndProperMinus() {
        assertEquals(List.of("−0.2", "0.0", "0.2", "0.4"), labels(AxisScale.LINEAR, -0.25, 0.45, 4));
        assertEquals(List.of("40", "60", "80", "100"), labels(AxisScale.LINEAR, 36, 101, 4));
    }

    @Test
    void multiplesOfATenthAreExact() {
        List<Tick> ticks = Ticks.of(AxisScale.LINEAR, new AxisRange(0, 1), 10);
        assertEquals(0.3, ticks.get(3).value());
        assertEquals(0.7, ticks.get(7).value());
        assertEquals(11, ticks.size());
    }

    @Test
    void neverMoreLabelsThanFitPlusTheEnds() {
        for (double span : new double[] {3e-6, 0.07, 1, 8.2, 999, 4e7}) {
            for (int room = 2; room < 12; room++) {
                int labelled = labels(AxisScale.LINEAR, 0, span, room).size();
                assertTrue(labelled <= room + 1 && labelled >= 1, span + ": " + labelled + " for " + room);
            }
        }
    }

    @Test
    void aLogarithmicAxisIsLabelledAtPowersOfTen() {
        List<Tick> ticks = Ticks.of(AxisScale.LOGARITHMIC, new AxisRange(0.05, 300), 8);
        assertEquals(
                List.of("10⁻¹", "10⁰", "10¹", "10²"),
                ticks.stream().map(Tick::label).filter(l -> !l.isEmpty()).toList());
        assertEquals(0.05, ticks.getFirst().value());
        assertEquals(300, ticks.getLast().value());
    }

    @Test
    void manyPowersOfTenAreThinnedOut() {
        List<String> labels = labels(AxisScale.LOGARITHMIC, 1e-8, 1e12, 6);
        assertEquals(List.of("10⁻⁸", "10⁻⁴", "10⁰", "10⁴", "10⁸", "10¹²"), labels);
    }

    @Test
    void lessThanADecadeIsLabelledInBetween() {
        assertEquals(List.of("20", "50", "100"), labels(AxisScale.LOGARITHMIC, 12, 180, 6));
        assertEquals(List.of("0.0012", "0.0014", "0.0016"), labels(AxisScale.LOGARITHMIC, 1.1e-3, 1.7e-3, 4));
    }

    @Test
    void anAxisOfExponentsIsLabelledWithThePowersHoweverLarge() {
        assertEquals(List.of("10⁰", "10¹", "10²", "10³", "10⁴"), labels(AxisScale.DECADES, -0.2, 4.3, 8));
        assertEquals(List.of("10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰", "10⁴⁰⁰"), labels(AxisScale.DECADES, 0, 400, 5));
        assertEquals(List.of("20", "50", "100"), labels(AxisScale.DECADES, Math.log10(12), Math.log10(180), 6));
        assertEquals(List.of("2 × 10⁴⁰⁰", "5 × 10⁴⁰⁰"), labels(AxisScale.DECADES, 400.1, 400.9, 6));
        List<Tick> ticks = Ticks.of(AxisScale.DECADES, new AxisRange(0.9, 3), 8);
        assertEquals(1 + Math.log10(2), ticks.get(3).value(), 1e-12);
    }

    private static List<String> labels(AxisScale scale, double low, double high, int room) {
        return Ticks.of(scale, new AxisRange(low, high), room).stream()
                .map(Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
