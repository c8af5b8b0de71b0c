package dev.lamina.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.table.RunTable;
import dev.lamina.archive.table.StoredRuns;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.Theme;
import dev.lamina.search.IntegerRange;
import dev.lamina.search.LogRange;
import dev.lamina.setting.RecordFiles;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all views show: one selection, by query, brushes, pointer and pins. */
class ExploreViewTest {
    private static final String DECAY = "training.weightDecay";

    @TempDir
    private Path runs;

    private final ExploreViewModel model = new ExploreViewModel();

    @BeforeEach
    void read() throws IOException {
        double[] decays = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2};
        for (int i = 0; i < decays.length; i++) {
            Optional<String> activation = Optional.of(i % 2 == 0 ? "relu" : "elu");
            StoredRuns.write(
                    runs.resolve("run-" + i), i, decays[i], activation, 0.5 + 0.1 * i, i == 4 ? Double.NaN : i);
        }
        model.take(RunTable.read(runs));
    }

    private static BitSet rows(int... rows) {
        BitSet set = new BitSet();
        Arrays.stream(rows).forEach(set::set);
        return set;
    }

    @Test
    void queryAndBrushesTogetherChooseWhatEveryViewShows() {
        model.queryProperty().set("activation=relu");
        assertEquals(rows(0, 2, 4), model.chosenProperty().get());
        model.brush(DECAY, Optional.of(new Brush(0.4, 1)));
        assertEquals(rows(0, 2, 4), model.foundProperty().get());
        assertEquals(rows(2, 4), model.chosenProperty().get());
        model.brush("gbr", Optional.of(new Brush(0, 1)));
        assertEquals(rows(2), model.chosenProperty().get(), "what has no value is in no brush");
        model.brush("gbr", Optional.empty());
        model.brush(DECAY, Optional.empty());
        model.queryProperty().set("");
        assertEquals(rows(0, 1, 2, 3, 4), model.chosenProperty().get());
    }

    @Test
    void aQueryThatIsNoneLeavesTheRunsThatWereFoundAndSaysWhy() {
        model.queryProperty().set("gbr<3");
        BitSet before = model.chosenProperty().get();
        model.queryProperty().set("gbr<");
        assertEquals(before, model.chosenProperty().get());
        assertTrue(model.faultProperty().get().isPresent());
        model.queryProperty().set("gbr<3 ");
        assertFalse(model.faultProperty().get().isPresent());
    }

    @Test
    void orderOfMagnitudeAndCategoriesAreChosenByTheValues() {
        Axis decay = model.axis(DECAY);
        assertEquals(Axis.Scaling.LOGARITHMIC, decay.scaling());
        assertEquals(0.5, decay.unit(2), 1e-9);
        assertEquals(1e-4, decay.value(0.5), 1e-12);
        Axis activation = model.axis("activation");
        assertEquals(Axis.Scaling.CATEGORIES, activation.scaling());
        assertEquals(List.of("elu", "relu"), activation.categories());
        assertEquals(1, activation.unit(0));
        assertTrue(Double.isNaN(model.axis("gbr").unit(4)));
    }

    @Test
    void pinsStayWithTheirRunsWhenTheFolderIsReadAgain() throws IOException {
        model.togglePin(3);
        StoredRuns.write(runs.resolve("aaa"), 9, 0.5, Optional.empty(), 0.4, 2);
        model.take(RunTable.read(runs));
        assertEquals(rows(4), model.pinnedProperty().get());
    }

    @Test
    void axesMoveAndTakeTheirBrushesAlong() {
        List<String> before = names();
        model.brush(DECAY, Optional.of(new Brush(0, 0.5)));
        model.moveAxis(DECAY, before.size() - 1);
        assertEquals(DECAY, names().getLast());
        assertEquals(rows(0, 1, 2), model.chosenProperty().get());
        model.showAxes(before.stream().filter(name -> !name.equals(DECAY)).toList());
        assertEquals(5, model.chosenProperty().get().cardinality(), "an axis that has gone chooses nothing");
    }

    private List<String> names() {
        return model.axesProperty().get().stream()
                .map(axis -> axis.column().name())
                .toList();
    }

    @Test
    void theBrushedRangesBecomeASearch() {
        ExperimentConfig base = RecordFiles.parse(
                "{\"data\": {\"source\": \"moons\"}, \"network\": {\"preset\": \"mlp\"}}",
                "test",
                ExperimentConfig.class,
                List.of());
        model.brush(DECAY, Optional.of(new Brush(0.25, 0.75)));
        ExperimentConfig drafted = SearchDraft.of(
                        base,
                        model.axesProperty().get(),
                        model.brushesProperty().get())
                .orElseThrow();
        LogRange range =
                (LogRange) Objects.requireNonNull(drafted.search()).space().get(DECAY);
        assertEquals(1e-5, range.low(), 1e-12);
        assertEquals(1e-3, range.high(), 1e-12);
        ExperimentConfig again =
                RecordFiles.parse(RecordFiles.write(drafted), "test", ExperimentConfig.class, List.of());
        assertEquals(drafted, again, "a file holds it as it is");
        assertTrue(SearchDraft.space(List.of(model.axis("gbr")), Map.of()).isEmpty(), "no setting");
        assertTrue(drafted.search().space().values().stream().noneMatch(IntegerRange.class::isInstance));
    }

    /** Adding and taking away lines gives the picture that drawing them anew does. */
    @Test
    void linesThatEnterAndLeaveAreAddedAndTakenAway() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] units = new double[4][200];
        for (double[] axis : units) {
            Arrays.setAll(axis, _ -> random.nextDouble());
        }
        units[1][7] = Double.NaN;
        int[] colors = random.ints(200, 0, 1 << 24).toArray();
        double[] places = {0, 50, 120, 199};
        LineRaster moved = new LineRaster(200, 100, places, units, colors);
        BitSet all = new BitSet();
        all.set(0, 200);
        moved.setContext(all);
        for (int step = 0; step < 30; step++) {
            BitSet some = new BitSet();
            some.set(step * 5, step * 5 + 50);
            moved.setFocus(some);
        }
        BitSet last = new BitSet();
        last.set(145, 195);
        LineRaster anew = new LineRaster(200, 100, places, units, colors);
        anew.setContext(all);
        anew.setFocus(last);
        int[] a = new int[200 * 100];
        int[] b = new int[200 * 100];
        moved.paint(a, Color.GRAY);
        anew.paint(b, Color.GRAY);
        int differing = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                differing += Math.abs((a[i] >> shift & 0xFF) - (b[i] >> shift & 0xFF)) > 2 ? 1 : 0;
            }
        }
        assertEquals(0, differing);
        assertTrue(Arrays.stream(b).anyMatch(pixel -> pixel >>> 24 > 100), "something is seen");
        assertEquals(0x123456 & 0xFFFFFF, LineRaster.color(Theme.LIGHT.ink().ramp(), Double.NaN, new Color(0x123456)));
    }

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        assertEquals(texts("explore").keySet(), texts("explore_zh").keySet());
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (var in = Objects.requireNonNull(ExploreViewTest.class.getResourceAsStream(name + ".properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
