package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.Sha256;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExperimentTest extends ExperimentRuns {
    @Test
    void aRunLeavesItsWholeFolder() throws Exception {
        Path path = folder.resolve("run");
        RunResult result = run(SmallExperiment.config(), path);
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(List.of(), result.notes());
        assertEquals(
                Set.of("config.json", "run.json", "metrics.jsonl", "readings.jsonl", "checkpoints", "figures"),
                names(path));
        assertEquals(SmallExperiment.config(), StoredRun.in(path).config());
        assertTrue(names(path.resolve("figures"))
                .containsAll(Set.of(
                        "accuracy-and-gbr.svg",
                        "accuracy-and-gbr.pdf",
                        "accuracy-and-gbr.png",
                        "accuracy-and-gbr.csv")));
        assertEquals(3, result.last().epoch());
        assertTrue(events.getFirst() instanceof TrainingEvent.RunStarted);
        assertTrue(events.getLast() instanceof TrainingEvent.RunFinished);
    }

    @Test
    void everyLineOfMetricsHasTheAgreedKeys() throws Exception {
        Path path = folder.resolve("run");
        run(SmallExperiment.config(), path);
        List<String> lines = Files.readAllLines(new RunFolder(path).metrics());
        assertEquals(3, lines.size());
        for (String line : lines) {
            JsonNode node = JsonMapper.shared().readTree(line);
            assertTrue(node.propertyNames()
                    .containsAll(List.of(
                            "epoch",
                            "step",
                            "trainLoss",
                            "trainAccuracy",
                            "validationAccuracy",
                            "testAccuracy",
                            "gbr",
                            "gbrStandardError",
                            "log10NormProduct",
                            "log10WeightDecayBound",
                            "learningRate",
                            "imagesPerSecond",
                            "epochSeconds")));
        }
    }

    @Test
    void whatIsNotMeasuredIsAbsent() throws Exception {
        Path path = folder.resolve("run");
        run(SmallExperiment.config("data.validation=null", "probes.gbr.enabled=false"), path);
        Map<Tag, Reading> values = StoredRun.in(path).metrics().getLast().readings();
        for (Tag absent : List.of(Tags.VALIDATION_ACCURACY, Tags.GBR, Tags.GBR_STANDARD_ERROR)) {
            assertFalse(values.containsKey(absent));
        }
        assertTrue(values.containsKey(Tags.TEST_ACCURACY));
    }

    @Test
    void theRecordTellsStateSeedVersionsDataAndMachine() throws Exception {
        Path path = folder.resolve("run");
        run(SmallExperiment.config("seed=77"), path);
        RunRecord record = StoredRun.in(path).record();
        assertEquals(RunState.FINISHED, record.state());
        assertNull(record.message());
        assertEquals(77, record.seed());
        Set<String> known = LaminaBuild.current().commit().isPresent()
                ? Set.of("lamina", "java", "commit")
                : Set.of("lamina", "java");
        assertEquals(known, record.versions().keySet());
        assertEquals("moons", record.data().source());
        assertEquals(50, record.data().trainingImages());
        assertEquals(10, record.data().validationImages());
        assertEquals(64, record.data().trainingSha256().length());
        assertEquals(2 * 6 + 6 + 6 * 2 + 2, record.network().parameters());
        assertEquals("reference", record.machine().backend());
        assertTrue(record.machine().cores() > 0 && record.machine().memoryBytes() > 0);
        assertTrue(record.durationSeconds() > 0);
        assertTrue(record.network().normBoundsHold());
        assertEquals(3, record.epochsDone());
        assertEquals(12, record.step());
    }

    @Test
    void aFolderThatExistsIsRefusedAndLeftAlone() throws Exception {
        Path path = Files.createDirectory(folder.resolve("run"));
        Files.writeString(path.resolve("notes"), "mine");
        BadInputException refused = assertThrows(BadInputException.class, () -> run(SmallExperiment.config(), path));
        assertEquals(
                path + ": exists already; name a new folder with --out, or go on with it by 'resume'",
                refused.getMessage());
        assertEquals(Set.of("notes"), names(path));
        assertEquals(List.of(new TrainingEvent.RunFailed(refused.problem())), events);
    }

    @Test
    void aRunWhoseFolderIsTakenAwayFailsWithOneLineAndDoesNotComeBack() throws Exception {
        Path path = folder.resolve("run");
        TrainingListener removing = event -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 6) {
                remove(path);
            }
        };
        RunResult result = Experiment.start(
                        SmallExperiment.config(), path, SmallExperiment.NOWHERE, removing.and(events::add))
                .await();
        assertEquals(RunState.FAILED, result.state());
        assertEquals(
                path + ": the run's folder was removed while it went on; start it again with 'run'",
                String.valueOf(result.message()));
        assertEquals(new TrainingEvent.RunFailed(result.message()), events.getLast());
        assertFalse(Files.exists(path));
    }

    private static void remove(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void figuresCarryTheHashOfTheConfiguration() throws Exception {
        Path path = folder.resolve("run");
        run(SmallExperiment.config(), path);
        String hash = Sha256.of(Files.readAllBytes(path.resolve("config.json")));
        for (String ending : List.of("svg", "pdf", "png", "csv")) {
            Path figure = path.resolve("figures/accuracy-and-gbr." + ending);
            byte[] bytes = Files.readAllBytes(figure);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertTrue(text.contains("configSha256") && text.contains(hash), ending);
            assertFalse(text.contains(folder.toString()), ending);
            RunFigures.write(RunStore.open(path), dev.lamina.figure.FigureStyle.doubleColumn());
            assertArrayEquals(bytes, Files.readAllBytes(figure), ending);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThrows(BadInputException.class, () -> run(SmallExperiment.config(), file.resolve("run")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backend.name=abacus",
                "backend.precision=bf16",
                "data.source={\"type\": \"cifar10\"}",
                "data.validation.count=60",
                "network.preset={\"type\": \"lenet5\"}",
                "training.warmUpEpochs=4",
                "training.earlyStopping={}@data.validation=null",
                "probes.gbr.function=label-probability@probes.gbr.method=estimate",
                "probes.gbr.function=label-probability@probes.gbr.projections=4",
                "training.equalNorm={}@head={\"type\": \"softmax\", \"normalization\": \"off\"}",
                "training.initializer=lsuv@training.equalNorm={}@network.preset=resnet8@data.source=shapes",
                "sweep={\"training.epochs\": [0]}",
                "sweep={\"training.epochs\": []}",
                "sweep={\"training.epochs\": [1, 1]}",
                "sweep={\"training.epoch\": [1]}"
            })
    void badInputIsOneLineAndLeavesNoFolder(String override) throws Exception {
        ExperimentConfig config = SmallExperiment.config(override.split("@"));
        Path path = folder.resolve("run");
        BadInputException refused = assertThrows(BadInputException.class, () -> run(config, path));
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        assertEquals(Set.of(), names(folder));
    }

    @Test
    void aListenerThatFailsAtTheEndDoesNotMakeAFinishedRunAFailedOne() {
        Path path = folder.resolve("run");
        TrainingListener failing = event -> {
            if (event instanceof TrainingEvent.RunFinished) {
                throw new IllegalArgumentException("listener");
            }
        };
        RunHandle run = Experiment.start(SmallExperiment.config(), path, SmallExperiment.NOWHERE, failing);
        assertEquals(
                "listener",
                assertThrows(IllegalArgumentException.class, run::await).getMessage());
        assertEquals(RunState.FINISHED, StoredRun.in(path).record().state());
    }

    @Test
    void theRecordTellsWhatWasChangedAndWhatTookHowLong() throws Exception {
        Path path = folder.resolve("run");
        AtomicReference<RunHandle> handle = new AtomicReference<>();
        Object ready = new Object();
        TrainingListener changing = event -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 2) {
                synchronized (ready) {
                    handle.get().submit(new TrainingCommand.SetWeightDecay(0.25));
                }
            }
        };
        synchronized (ready) {
            handle.set(Experiment.start(SmallExperiment.config(), path, SmallExperiment.NOWHERE, changing));
        }
        handle.get().await();
        RunRecord record = StoredRun.in(path).record();
        assertEquals(List.of(new RunRecord.Change(2, "weightDecay", 0.25)), record.changes());
        assertTrue(record.trainingSeconds() > 0 && record.measuringSeconds() > 0);
        assertTrue(record.trainingSeconds() + record.measuringSeconds() < record.durationSeconds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep={\"backend.precision\": [\"f32\", \"bf16\"]}",
                "sweep={\"training.warmUpEpochs\": [1, 4]}",
                "backend.convolution=winograd"
            })
    void checkFindsWhatWouldKeepARunFromStarting(String override) {
        ExperimentConfig config = SmallExperiment.config(override);
        assertThrows(BadInputException.class, () -> ExperimentCheck.of(config, SmallExperiment.NOWHERE));
    }

    @Test
    void aLossThatIsNotFiniteFailsTheRunAndNamesTheLayer() throws Exception {
        Path path = folder.resolve("run");
        RunResult result = run(
                SmallExperiment.config(
                        "training.learningRate=1000",
                        "training.epochs=30",
                        "training.optimizer={\"type\": \"sgd\", \"momentum\": 0.99}",
                        "training.weightDecay=1000"),
                path);
        assertEquals(RunState.FAILED, result.state());
        assertTrue(
                result.message().toString().contains("first at layer head/logits, output"),
                result.message().toString());
        assertEquals(result.message(), StoredRun.in(path).record().message());
        assertEquals(new TrainingEvent.RunFailed(result.message()), events.getLast());
    }
}
