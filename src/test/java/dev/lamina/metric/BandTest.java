package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BandTest {
    private static final double[] VALUES = {2, 4, Double.NaN, 4, 5, 10};

    /** R 4.2: mean, sd and quantile(type = 7) of 2, 4, 4, 5, 10; qt(0.975, 4) = 2.776445. */
    @ParameterizedTest
    @CsvSource({
        "STANDARD_DEVIATION, 5, 2, 8",
        "STANDARD_ERROR, 5, 3.658359, 6.341641",
        "CONFIDENCE_95, 5, 1.275008, 8.724992",
        "EXTREMES, 5, 2, 10",
        "QUARTILES, 4, 4, 5"
    })
    void bandsAreThoseOfTheFormulas(BandKind kind, double center, double low, double high) {
        Band band = Band.of(kind, VALUES);
        assertEquals(5, band.n());
        assertEquals(center, band.center(), 1e-6);
        assertEquals(low, band.low(), 1e-6);
        assertEquals(high, band.high(), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(BandKind.class)
    void nothingHasNoMiddle(BandKind kind) {
        assertEquals(0, Band.of(kind, Double.NaN).n());
        assertTrue(Double.isNaN(Band.of(kind).center()));
    }

    @Test
    void aSingleValueTellsNothingOfASpread() {
        assertTrue(Double.isNaN(Band.of(BandKind.CONFIDENCE_95, 3).low()));
        assertEquals(3, Band.of(BandKind.STANDARD_DEVIATION, 3).center());
    }
}
