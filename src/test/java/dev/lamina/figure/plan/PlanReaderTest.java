package dev.lamina.figure.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.Spread;
import dev.lamina.figure.Tint;
import dev.lamina.figure.venue.Venues;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PlanReaderTest {
    /** Three weight decays, two networks, four seeds, five epochs. */
    static Table runs() {
        List<Row> rows = new ArrayList<>();
        for (String decay : List.of("0.01", "0.0", "1.0E-4")) {
            for (String network : List.of("vgg", "resnet")) {
                for (int seed = 0; seed < 4; seed++) {
                    for (int epoch = 1; epoch <= 5; epoch++) {
                        rows.add(new Row(
                                Map.of(
                                        "training.weightDecay", decay,
                                        "network", network,
                                        "seed", String.valueOf(seed)),
                                Map.of(
                                        "epoch", String.valueOf(epoch),
                                        "testAccuracy", String.valueOf(50 + 4.0 * epoch + seed),
                                        "gbr", String.valueOf(Math.exp(epoch) * (1 + seed)))));
                    }
                }
            }
        }
        return new Table(rows, List.of("b".repeat(64), "a".repeat(64)));
    }

    static FigurePlan plan(String panels, String rest) {
        return RecordFiles.parse(
                "{\"panels\": [" + panels + "], \"data\": {\"runs\": {\"runs\": \".\"}}" + rest + "}",
                "plan.json",
                FigurePlan.class,
                List.of());
    }

    private static PlannedFigure figure(String panels, String rest) {
        return PlanReader.read(plan(panels, rest), _ -> runs(), Venues.bundled());
    }

    private static List<Series> series(PlannedFigure figure) {
        return figure.spec().panels().getFirst().series();
    }

    private static String lines(String more) {
        return "{\"marks\": [{\"type\": \"lines\", \"from\": \"runs\", \"x\": \"epoch\", \"y\": \"testAccuracy\"" + more
                + "}]}";
    }

    @Test
    void aCurveIsTheMeanOfTheRowsAtEachPlaceWithStudentsInterval() {
        List<Series> curves =
                series(figure(lines(", \"band\": \"ci95\", \"where\": \"network = vgg and seed < 3\""), ""));
        assertEquals(1, curves.size());
        Series curve = curves.getFirst();
        assertArrayEquals(new double[] {55, 59, 63, 67, 71}, curve.y(), 1e-12);
        Spread spread = curve.spread().orElseThrow();
        // Nine values: three decays of seeds 0, 1, 2; their deviation is √(6/8), t with 8 degrees of freedom 2.306004.
        double half = 2.306004135 * Math.sqrt(6.0 / 8) / 3;
        assertEquals(55 - half, spread.low()[0], 1e-8);
        assertEquals(55 + half, spread.high()[0], 1e-8);
        assertEquals(9, spread.n()[0]);
    }

    @Test
    void theOtherBandsAreWhatTheirNamesSay() {
        double deviation = Math.sqrt(30.0 / 23);
        Map<String, double[]> expected = Map.of(
                "sd", new double[] {55.5 - deviation, 55.5 + deviation},
                "se", new double[] {55.5 - deviation / Math.sqrt(24), 55.5 + deviation / Math.sqrt(24)},
                "min-max", new double[] {54, 57});
        expected.forEach((band, ends) -> {
            Spread spread = series(figure(lines(", \"band\": \"" + band + "\""), ""))
                    .getFirst()
                    .spread()
                    .orElseThrow();
            assertEquals(ends[0], spread.low()[0], 1e-9, band);
            assertEquals(ends[1], spread.high()[0], 1e-9, band);
        });
    }

    @Test
    void anOrderedSettingHasARampAndItsSignAndAnUnorderedOneColorsToTellApart() {
        PlannedFigure ordered = figure(lines(", \"by\": \"training.weightDecay\""), "");
        assertEquals(
                List.of("λ = 0", "λ = 10⁻⁴", "λ = 10⁻²"),
                series(ordered).stream().map(Series::name).toList());
        assertEquals("viridis", ordered.style().arrangement().palette());
        assertEquals(
                new Tint.Graded(0.5), series(ordered).get(1).pen().orElseThrow().tint());
        PlannedFigure unordered = figure(lines(", \"by\": \"network\", \"names\": {\"vgg\": \"VGG11\"}"), "");
        assertEquals(
                List.of("VGG11", "resnet"),
                series(unordered).stream().map(Series::name).toList());
        assertEquals("okabe-ito", unordered.style().arrangement().palette());
        assertTrue(series(unordered).getFirst().pen().isEmpty());
        assertEquals(
                "okabe-ito",
                figure(lines(", \"by\": \"seed\""), "").style().arrangement().palette());
    }

    @Test
    void axesHaveTheNamesUnitsAndScalesOfWhatIsMeasured() {
        Panel accuracy = figure(lines(""), "").spec().panels().getFirst();
        assertEquals("epoch", accuracy.x().label());
        assertEquals(AxisScale.INTEGER, accuracy.x().scale());
        assertEquals("test accuracy (%)", accuracy.left().label());
        Panel gbr = figure(lines("").replace("testAccuracy", "gbr"), "")
                .spec()
                .panels()
                .getFirst();
        assertEquals(AxisScale.LOGARITHMIC, gbr.left().scale());
        assertEquals("GBR (normalized pixels)", gbr.left().label());
    }

    @Test
    void facetsAreRowsAndColumnsOfPanelsWithCommonLimits() {
        String facet = lines("")
                .replaceFirst(
                        "\\]\\}$", "], \"facet\": {\"columns\": \"network\", \"rows\": \"training.weightDecay\"}}");
        PlannedFigure figure = figure(facet, ", \"columns\": 2");
        List<Panel> panels = figure.spec().panels();
        assertEquals(6, panels.size());
        assertEquals(2, figure.style().panelsPerRow(6));
        assertEquals("vgg, λ = 0", panels.getFirst().title());
        assertEquals("resnet, λ = 10⁻²", panels.getLast().title());
        assertEquals(1, panels.stream().map(p -> p.left().range()).distinct().count());
        assertTrue(panels.getFirst().left().range().isPresent());
    }

    @Test
    void barsStandForMeansAndMapsForTables() {
        Mark.Bars bars = (Mark.Bars) figure(
                        "{\"marks\": [{\"type\": \"bars\", \"from\": \"runs\", \"x\": \"network\", \"y\": \"testAccuracy\"}]}",
                        "")
                .spec()
                .panels()
                .getFirst()
                .marks()
                .getFirst();
        assertArrayEquals(new double[] {63.5, 63.5}, bars.values(), 1e-12);
        assertEquals(2, bars.standardErrors().length);
        Panel map = figure(
                        "{\"marks\": [{\"type\": \"heat-map\", \"from\": \"runs\", \"x\": \"seed\", \"y\": \"network\","
                                + " \"value\": \"testAccuracy\"}]}",
                        "")
                .spec()
                .panels()
                .getFirst();
        assertEquals(List.of("0", "1", "2", "3"), map.x().categories());
        assertEquals(List.of("resnet", "vgg"), map.left().categories());
        assertEquals(65, ((Mark.HeatMap) map.marks().getFirst()).matrix().at(1, 3), 1e-12);
    }

    @Test
    void whatIsWrongIsSaidWithPlaceAndNearestName() {
        assertRefused(
                "did you mean \"testAccuracy\"", () -> figure(lines("").replace("testAccuracy", "testAcuracy"), ""));
        assertRefused("did you mean \"network\"", () -> figure(lines(", \"by\": \"netwrok\""), ""));
        assertRefused("did you mean \"runs\"", () -> figure(lines("").replace("\"runs\"", "\"run\""), ""));
        assertRefused("not a comparison", () -> figure(lines(", \"where\": \"seed is 3\""), ""));
        assertRefused("did you mean \"nature\"", () -> figure(lines(""), ", \"style\": \"natur\""));
        assertRefused("did you mean \"legend\"", () -> figure(lines(""), ", \"legnd\": \"top\""));
        assertRefused("plan.json line 1", () -> plan(lines(", \"colour\": 1"), ""));
        assertRefused("no row has numbers", () -> figure(lines(", \"where\": \"seed > 9\""), ""));
    }

    private static void assertRefused(String part, Executable reading) {
        String message = assertThrows(BadInputException.class, reading).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void aConditionComparesNumbersAsNumbers() {
        Row row = new Row(Map.of("a", "1.0E-4", "b", "relu"), Map.of());
        for (String yes : List.of("a = 0.0001", "a < 1", "b = relu", "b != elu", "a <= 1e-4 and b >= relu", "")) {
            assertTrue(Condition.of(yes).holds(row), yes);
        }
        for (String no : List.of("a > 1", "b = elu", "a = 0.0001 and b = elu")) {
            assertEquals(false, Condition.of(no).holds(row), no);
        }
        assertEquals(
                Arrays.asList(1.5, null, null, Double.POSITIVE_INFINITY),
                Arrays.asList(
                        Numbers.parsed("1.5"), Numbers.parsed("1f"), Numbers.parsed(""), Numbers.parsed("Infinity")));
    }
}
