package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.Curve;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunChartDataTest {
    private final RunChartData data = new RunChartData(Texts.in(Language.ENGLISH));
    private final KnownRuns known = new KnownRuns();

    @Test
    void ofSeveralRunsEachHasAColorAndWhatIsMeasuredIsDashed() {
        RunEntry first = run("first");
        RunEntry second = run("second");
        data.show(List.of(first, second));
        List<Curve> curves = data.of("accuracy").curves();
        assertEquals(4, curves.size());
        for (int run = 0; run < 2; run++) {
            int number = run;
            List<Curve> own = curves.stream().filter(c -> c.run() == number).toList();
            assertEquals(own.getFirst().tint(), own.getLast().tint());
            assertNotEquals(own.getFirst().dash(), own.getLast().dash());
        }
        assertEquals(2, curves.stream().map(Curve::tint).distinct().count());
        assertTrue(curves.stream().anyMatch(c -> c.name().equals("test · second")));
    }

    @Test
    void ofOneRunWhatIsMeasuredHasTheColorAndNothingIsDashed() {
        data.show(List.of(run("alone")));
        List<Curve> curves = data.of("accuracy").curves();
        assertEquals(2, curves.stream().map(Curve::tint).distinct().count());
        assertTrue(curves.stream().allMatch(c -> c.dash() == 0));
    }

    @Test
    void aRunKeepsItsColorWhenOthersAreSeenWithIt() {
        RunEntry first = run("first");
        RunEntry second = run("second");
        int before = second.color();
        data.show(List.of(second, first, run("third")));
        assertEquals(before, second.color());
        assertEquals(
                3,
                Stream.of(0, before, known.entries().getFirst().color())
                        .distinct()
                        .count());
    }

    private RunEntry run(String name) {
        RunCurves curves = new RunCurves();
        curves.series(Tags.TRAIN_ACCURACY).append(1, 60);
        curves.series(Tags.TEST_ACCURACY).append(1, 50);
        RunEntry entry = new RunEntry(name, Path.of("runs", name), curves, RunState.FINISHED);
        known.begin(entry);
        return entry;
    }
}
