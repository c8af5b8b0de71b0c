package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunState;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole reproductions on two moons and a small perceptron, which the reference backend trains in a blink. */
class ReproductionRunTest {
    private static final DataLocation NOWHERE = new DataLocation(List.of(), Path.of("nowhere"));
    private static final List<Double> DECAYS = List.of(0.0, 1e-2);

    private static final PaperTraining BASE =
            PaperTraining.onItsImages(RecordFiles.parse("""
            {
              "data": {"source": {"type": "moons", "trainCount": 60, "testCount": 20}},
              "network": {"preset": {"type": "mlp", "hiddenWidths": [6]}},
              "training": {"epochs": 3, "batchSize": 16, "learningRate": 0.05},
              "probes": {"gbr": {"images": 10}},
              "backend": {"name": "reference"}
            }
            """, "test", ExperimentConfig.class, List.of()), 60);

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("reproduction");
    }

    private static ReproductionSettings settings(int runs) {
        return new ReproductionSettings("gbr-weight-decay", new ReproductionOptions(null, null), runs, 60, 1, 5, null);
    }

    private ReproductionRun of(Reproduction reproduction, int runs, ReproductionListener listener) {
        return new ReproductionRun(reproduction, settings(runs), folder(), NOWHERE, listener, Language.ENGLISH);
    }

    private ReproductionResult whole(Reproduction reproduction, int runs) throws Exception {
        return of(reproduction, runs, new Silence()).run();
    }

    @Test
    void everySeedOfEveryArmIsMeasuredAndSetBesideThePaper() throws Exception {
        ReproductionResult result = whole(new GbrWeightDecay(BASE, DECAYS), 2);
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(List.of(), result.notes());
        Results results = result.report().orElseThrow().results();
        for (Results.OfArm of : results.arms()) {
            assertEquals(List.of(5L, 6L), of.runs().stream().map(ArmRun::seed).toList());
            assertEquals(2, of.spread("gbr").orElseThrow().count());
        }
        List<List<String>> rows = result.report().orElseThrow().rows().stream()
                .map(row -> row.stream().map(Message::toString).toList())
                .toList();
        assertEquals(3 * DECAYS.size(), rows.size());
        assertEquals(List.of("λ = 0", "GBR, last epoch"), rows.getFirst().subList(0, 2));
        assertEquals(List.of("not given", "3"), rows.getFirst().subList(3, 5));
        String report = Files.readString(folder().resolve("report.md"));
        assertTrue(report.contains("as long as in the paper"), report);
        for (String ending : List.of("svg", "pdf", "png", "csv")) {
            assertTrue(Files.size(folder().resolve("figures/gbr-weight-decay." + ending)) > 0, ending);
        }
        String json = Files.readString(folder().resolve("results.json"));
        assertTrue(json.contains("\"configSha256\"") && json.contains("\"processor\""), json);
    }

    @Test
    void whatWasStoppedGoesOnWithWhatIsMissing() throws Exception {
        AtomicReference<ReproductionRun> run = new AtomicReference<>();
        run.set(of(new GbrWeightDecay(BASE, DECAYS), 1, new Silence() {
            @Override
            public void started(int number, int count, Message arm, long seed) {
                if (number == 2) {
                    run.get().stop();
                }
            }
        }));
        ReproductionResult stopped = run.get().run();
        assertEquals(RunState.STOPPED, stopped.state());
        assertEquals(1, finished(stopped));
        assertTrue(Files.exists(folder().resolve("report.md")));
        String first = Files.readString(folder().resolve("decay-0-seed-5/result.json"));

        ReproductionResult result = whole(new GbrWeightDecay(BASE, DECAYS), 1);
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(DECAYS.size(), finished(result));
        assertEquals(first, Files.readString(folder().resolve("decay-0-seed-5/result.json")));
    }

    @Test
    void theReportIsInTheLanguageAskedForAndTheResultsAreForAll() throws Exception {
        new ReproductionRun(
                        new GbrWeightDecay(BASE, DECAYS),
                        settings(1),
                        folder(),
                        NOWHERE,
                        new Silence(),
                        Language.CHINESE)
                .run();
        String report = Files.readString(folder().resolve("report.md"));
        assertTrue(report.startsWith("# Li、Chen、Yang，图 1"), report);
        assertTrue(report.contains("\n|  |  | 测得：中位数（最小 … 最大） | 发表值 | epoch 数 |\n"), report);
        assertTrue(report.contains("λ = 0、λ = 10⁻²：与论文一样长"), report);
        String results = Files.readString(folder().resolve("results.json"));
        assertTrue(results.contains("\"key\" : \"reproduce.gbrWeightDecay\""), results);
        assertTrue(results.contains("Li, Chen, Yang, figure 1"), results);
    }

    private static int finished(ReproductionResult result) {
        return result.report().orElseThrow().results().arms().stream()
                .mapToInt(of -> of.runs().size())
                .sum();
    }

    @Test
    void aStopBeforeTheFirstRunLeavesNothing() throws Exception {
        ReproductionRun run = of(new GbrWeightDecay(BASE, DECAYS), 1, new Silence());
        run.stop();
        assertEquals(RunState.STOPPED, run.run().state());
        assertFalse(Files.exists(folder()));
    }

    @Test
    void theBackendIsThatOfTheReproductionWhereOneIsNamed() throws Exception {
        var asked =
                new ReproductionSettings("gbr-weight-decay", new ReproductionOptions(null, null), 1, 60, 1, 5, "cpu");
        var reproduction = new GbrWeightDecay(BASE, List.of(0.0));
        ReproductionResult result =
                new ReproductionRun(reproduction, asked, folder(), NOWHERE, new Silence(), Language.ENGLISH).run();
        assertEquals(RunState.FINISHED, result.state());
        String config = Files.readString(folder().resolve("decay-0-seed-5/config.json"));
        assertTrue(config.contains("\"name\" : \"cpu\""), config);
        assertEquals(asked, new ReproductionFolder(folder()).readPlan().settings());
    }

    /** Plans of the first version have neither the number of points nor the rule. */
    @Test
    void aFolderOfTheFirstVersionGoesOn() throws Exception {
        whole(new GbrWeightDecay(BASE, DECAYS), 1);
        Path plan = folder().resolve("reproduction.json");
        String text = Files.readString(plan);
        Files.writeString(plan, text.replaceFirst("\\s*\"points\" : \\d+,\\s*\"rule\" : \"[a-z-]+\",", ""));
        assertFalse(Files.readString(plan).contains("points")
                || Files.readString(plan).contains("rule"));
        assertEquals(
                RunState.FINISHED, whole(new GbrWeightDecay(BASE, DECAYS), 1).state());
        ReproductionPlan read = new ReproductionFolder(folder()).readPlan();
        assertEquals(40, read.points());
        assertEquals(ShorteningRule.SAME_DECAY, read.rule());
    }

    @Test
    void otherSettingsInTheSameFolderAreRefused() throws Exception {
        whole(new GbrWeightDecay(BASE, DECAYS), 1);
        BadInputException refused =
                assertThrows(BadInputException.class, () -> whole(new GbrWeightDecay(BASE, DECAYS), 2));
        assertTrue(String.valueOf(refused.getMessage()).contains("--runs 1"), refused.getMessage());
    }

    @Test
    void adversarialImagesAreMeasuredOnTheLastNetwork() throws Exception {
        ExperimentConfig images = RecordFiles.parse("""
                {
                  "data": {"source": {"type": "shapes", "trainCount": 32, "testCount": 16}},
                  "network": {"preset": {"type": "resnet8", "width": 2}},
                  "training": {"epochs": 1, "batchSize": 16, "learningRate": 0.05},
                  "probes": {"gbr": {"images": 4}}
                }
                """, "test", ExperimentConfig.class, List.of());
        ReproductionResult result =
                whole(new EqualNormComparison(PaperTraining.onItsImages(images, 32), List.of(0.0, 8.0)), 1);
        assertEquals(RunState.FINISHED, result.state());
        for (Results.OfArm of : result.report().orElseThrow().results().arms()) {
            assertEquals(of.spread("test-accuracy"), of.spread(Quantity.attacked(0.0)));
            assertTrue(of.spread(Quantity.attacked(8.0)).isPresent());
        }
    }

    @Test
    void headsAreComparedOnTheLastNetworkWithBothReadingsOfBatchNormalization() throws Exception {
        ExperimentConfig images = RecordFiles.parse("""
                {
                  "data": {"source": {"type": "shapes", "trainCount": 48, "testCount": 16}},
                  "network": {"preset": {"type": "resnet8", "width": 2}},
                  "head": {"type": "wnll", "epochs": 1, "interpolation": {"neighbors": 5, "scaleNeighbor": 3}},
                  "training": {"epochs": 1, "batchSize": 16, "learningRate": 0.05},
                  "probes": {"gbr": {"enabled": false}}
                }
                """, "test", ExperimentConfig.class, List.of());
        ReproductionResult result = whole(new WnllThousand("resnet8", 48, PaperTraining.onItsImages(images, 48)), 2);
        assertEquals(RunState.FINISHED, result.state());
        Results results = result.report().orElseThrow().results();
        for (Results.OfArm of : results.arms()) {
            for (String id : List.of("linear", "neighbors", "wnll", "linear-batch", "neighbors-batch", "wnll-batch")) {
                assertEquals(2, of.spread(id).orElseThrow().count(), id);
            }
            assertEquals(
                    of.curves()
                            .getFirst()
                            .getLast()
                            .value(Tags.WNLL_TEST_ACCURACY)
                            .orElseThrow(),
                    1 - of.runs().getFirst().value("wnll").orElseThrow() / 100,
                    1e-9);
        }
        assertTrue(result.report().orElseThrow().verdicts().stream()
                .noneMatch(verdict -> verdict.toString().contains("not measured")));
    }

    /** Tells nobody. */
    private static class Silence implements ReproductionListener {
        @Override
        public void measuringSpeed(Message arm) {}

        @Override
        public void planned(List<Message> lines) {}

        @Override
        public void started(int number, int count, Message arm, long seed) {}

        @Override
        public void progressed(double fraction, double secondsLeft) {}

        @Override
        public void ended(Message result) {}
    }
}
