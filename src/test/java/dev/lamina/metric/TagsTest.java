package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void theKeysOfTheMetricsFileAreThese() {
        List<String> ids = Tags.ALL.stream().map(Tag::id).toList();
        for (String key : List.of(
                "trainLoss",
                "trainAccuracy",
                "validationLoss",
                "validationAccuracy",
                "testLoss",
                "testAccuracy",
                "wnllValidationAccuracy",
                "wnllTestAccuracy",
                "gbr",
                "gbrStandardError",
                "log10NormProduct",
                "log10WeightDecayBound",
                "log10UpdateRatios",
                "learningRate",
                "imagesPerSecond",
                "epochSeconds")) {
            assertEquals(1, ids.stream().filter(key::equals).count(), key);
        }
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @Test
    void aTagIsFoundByItsIdAndAnotherIsANumberOfThatName() {
        for (Tag tag : Tags.ALL) {
            assertEquals(tag.label(), Tags.of(tag.id()).label());
        }
        assertEquals("later", Tags.of("later").label());
        assertFalse(Tags.ALL.contains(Tags.of("GBR")));
    }

    @Test
    void anAccuracyIsAFractionShownInPercent() {
        assertEquals(91.25, Tags.TEST_ACCURACY.displayed(0.9125), 1e-12);
        assertEquals("accuracy (%)", Tags.TEST_ACCURACY.withUnit("accuracy"));
        assertEquals("test accuracy", Tags.TEST_ACCURACY.label());
        assertEquals("loss", Tags.TRAIN_LOSS.withUnit("loss"));
        assertEquals("GBR", Tags.GBR.label());
    }

    @Test
    void curvesOfOneChartHaveColorsOfTheirOwn() {
        Tags.ALL.stream()
                .flatMap(tag -> tag.place().stream())
                .map(Tag.Place::chart)
                .distinct()
                .forEach(chart -> {
                    List<Integer> colors = Tags.inChart(chart).stream()
                            .map(tag -> tag.place().orElseThrow().color())
                            .toList();
                    assertEquals(colors.size(), colors.stream().distinct().count(), chart);
                });
    }
}
