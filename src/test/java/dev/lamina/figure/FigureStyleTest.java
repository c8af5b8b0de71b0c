package dev.lamina.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FigureStyleTest {
    @Test
    void oneColumnStacksPanelsAndTwoColumnsPutThemSideBySide() {
        assertEquals(1, FigureStyle.singleColumn().panelsPerRow(2));
        assertEquals(2, FigureStyle.doubleColumn().panelsPerRow(2));
        assertEquals(2, FigureStyle.slide().panelsPerRow(2));
        assertEquals(1, FigureStyle.doubleColumn().panelsPerRow(1));
        assertEquals(100, FigureStyle.singleColumn().heightMillimeters(2));
        assertEquals(130, FigureStyle.doubleColumn().heightMillimeters(3));
    }

    @Test
    void manyCurvesAllLookDifferentEvenWithoutColor() {
        for (Theme theme : Theme.values()) {
            Set<Object> looks = new HashSet<>();
            Set<Object> withoutColor = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                SeriesLook look = theme.ink().look(i);
                looks.add(look);
                withoutColor.add(List.of(look.dashes(), look.marker()));
            }
            assertEquals(20, looks.size());
            assertEquals(20, withoutColor.size());
        }
    }

    @Test
    void curvesStandOutFromThePaper() {
        for (Theme theme : Theme.values()) {
            for (int i = 0; i < 7; i++) {
                assertTrue(contrast(theme.ink().look(i).color(), theme.background()) > 2, theme + " " + i);
            }
        }
    }

    @Test
    void impossibleSizesAreRefused() {
        FigureStyle style = FigureStyle.singleColumn();
        assertThrows(BadInputException.class, () -> style.withSize(5, 50));
        assertThrows(BadInputException.class, () -> style.withSize(85, Double.NaN));
        assertThrows(BadInputException.class, () -> style.withFont(FontFamily.SANS, 0));
        assertThrows(BadInputException.class, () -> style.withDotsPerInch(0));
    }

    /** Contrast ratio of WCAG 2. */
    private static double contrast(Color a, Color b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
