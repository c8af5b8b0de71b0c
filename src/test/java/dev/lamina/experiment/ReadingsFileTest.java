package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.ReadingsFile;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ProbeRequest;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsFileTest {
    private static final String[] PROBES = {
        "probes.readings=[\"confusion-matrix\", {\"type\": \"filters\", \"due\": {\"everySteps\": 2}}]",
        "network.preset={\"type\": \"lenet5\"}",
        "data.source={\"type\": \"shapes\", \"trainCount\": 60, \"testCount\": 20}",
        "probes.gbr.everySeconds=0",
        "backend.threads=1",
        "backend.name=cpu"
    };

    @TempDir
    private Path folder;

    private RunFolder run;

    @BeforeEach
    void folder() {
        run = new RunFolder(folder);
    }

    private static TrainingEvent.ReadingMeasured reading(long step, Tag tag, Reading reading) {
        return new TrainingEvent.ReadingMeasured(null, "p", 1, step, Map.of(tag, reading), 0.5);
    }

    private static Reading.ImageStack pictures(int count) {
        float[] values = new float[count * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 7f;
        }
        values[0] = Float.NaN;
        return new Reading.ImageStack(
                IntStream.range(0, count).mapToObj(String::valueOf).toList(), 1, 8, 8, values);
    }

    @Test
    void everyKindComesBackLargeOnesFromAFileOfTheirOwn() throws Exception {
        ReadingsFile file = new ReadingsFile(run);
        Reading.ImageStack large = pictures(32);
        file.append(reading(1, Tags.GBR, new Reading.Scalar(Double.POSITIVE_INFINITY)));
        file.append(reading(2, Tags.ALPHA, new Reading.PerLayer(Map.of("conv", 0.25))));
        file.append(reading(
                3,
                Tags.GBR_BY_CLASS,
                new Reading.PerClass(List.of("a", "b"), new double[] {1, 2}, new double[] {0, 0.5}, new int[] {3, 4})));
        file.append(reading(
                4, Tags.CONFUSION, new Reading.Matrix(List.of("a", "b"), List.of("a", "b"), new double[] {1, 2, 3, 4
                })));
        file.append(reading(5, Tags.FILTERS, large));
        List<TrainingEvent.ReadingMeasured> listed = file.list();
        assertEquals(5, listed.size());
        assertEquals(reading(1, Tags.GBR, new Reading.Scalar(Double.POSITIVE_INFINITY)), file.whole(listed.get(0)));
        assertEquals(
                0.25,
                ((Reading.PerLayer) listed.get(1).readings().get(Tags.ALPHA))
                        .values()
                        .get("conv"));
        var classes = (Reading.PerClass) listed.get(2).readings().get(Tags.GBR_BY_CLASS);
        assertArrayEquals(new double[] {0, 0.5}, classes.standardErrors());
        assertArrayEquals(new int[] {3, 4}, classes.examples());
        assertEquals(3, ((Reading.Matrix) listed.get(3).readings().get(Tags.CONFUSION)).at(1, 0));
        assertTrue(listed.get(4).readings().isEmpty());
        assertTrue(Files.size(folder.resolve("readings.jsonl")) < 2000);
        var back = (Reading.ImageStack) file.whole(listed.get(4)).readings().get(Tags.FILTERS);
        assertArrayEquals(large.values(), back.values());
        assertEquals(large.captions(), back.captions());
    }

    @Test
    void aReadingThatComesAgainReplacesTheOneBefore() {
        ReadingsFile file = new ReadingsFile(run);
        file.append(reading(7, Tags.GBR, new Reading.Scalar(1)));
        file.append(reading(7, Tags.GBR, new Reading.Scalar(2)));
        assertEquals(
                List.of(2.0),
                file.list().stream().map(r -> r.value(Tags.GBR).orElseThrow()).toList());
    }

    @Test
    void whatCameAfterACheckpointIsDroppedWithItsFiles() {
        ReadingsFile file = new ReadingsFile(run);
        file.append(reading(3, Tags.GBR, new Reading.Scalar(1)));
        file.append(reading(4, Tags.FILTERS, pictures(32)));
        file.append(reading(5, Tags.FILTERS, pictures(32)));
        file.truncateAfter(4);
        assertEquals(
                List.of(3L, 4L),
                file.list().stream().map(TrainingEvent.ReadingMeasured::step).toList());
        assertFalse(Files.exists(folder.resolve("readings").resolve("step-00000005-p.json")));
        assertTrue(Files.exists(folder.resolve("readings").resolve("step-00000004-p.json")));
    }

    @Test
    void aDamagedLineIsNamedAndATornOneDoesNotCount() throws Exception {
        ReadingsFile file = new ReadingsFile(run);
        file.append(reading(3, Tags.GBR, new Reading.Scalar(1)));
        Path lines = folder.resolve("readings.jsonl");
        String sound = Files.readString(lines);
        Files.writeString(lines, sound + "{\"type\":\"reading-mea");
        assertEquals(1, file.list().size());
        Files.writeString(lines, sound + "{\"type\":\"run-paused\",\"step\":1}\n");
        String message = assertThrows(BadInputException.class, file::list).getMessage();
        assertTrue(message.contains("readings.jsonl line 2: no reading;"), message);
    }

    @Test
    void aRunKeepsWhatItsProbesReadAndGoesOnWithItAfterAStop() throws Exception {
        Path whole = folder.resolve("whole");
        Experiment.start(SmallExperiment.config(PROBES), whole, SmallExperiment.NOWHERE, _ -> {})
                .await();
        Path stopped = folder.resolve("stopped");
        CommandQueue commands = new CommandQueue();
        Experiment.start(
                        SmallExperiment.config(PROBES),
                        stopped,
                        SmallExperiment.NOWHERE,
                        event -> {
                            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 6) {
                                commands.submit(new TrainingCommand.Stop());
                            }
                        },
                        commands)
                .await();
        Experiment.resume(stopped, SmallExperiment.NOWHERE, _ -> {}).await();
        assertEquals(places(whole), places(stopped));
        ReadingsFile expected = new ReadingsFile(new RunFolder(whole));
        ReadingsFile found = new ReadingsFile(new RunFolder(stopped));
        assertArrayEquals(filters(expected), filters(found));
    }

    private static List<String> places(Path path) {
        return new ReadingsFile(new RunFolder(path))
                .list().stream().map(r -> r.step() + " " + r.probe()).toList();
    }

    private static float[] filters(ReadingsFile file) {
        TrainingEvent.ReadingMeasured last = file.list().stream()
                .filter(r -> r.probe().equals("filters"))
                .reduce((_, b) -> b)
                .orElseThrow();
        return ((Reading.ImageStack) file.whole(last).readings().get(Tags.FILTERS)).values();
    }

    /** The last checkpoint is of the last epoch, where the run read the same. */
    @Test
    void aProbeOfATrainedRunReadsWhatTheRunRead() throws Exception {
        Path path = folder.resolve("run");
        Experiment.start(SmallExperiment.config(PROBES), path, SmallExperiment.NOWHERE, _ -> {})
                .await();
        RunFolder trained = new RunFolder(path);
        ReadingsFile file = new ReadingsFile(trained);
        int before = file.list().size();
        double[] kept = confusion(file);
        ProbeReport report = ProbeReport.of(
                new StoredRun(trained),
                ProbeRequest.read("confusion-matrix", List.of()),
                CheckpointChoice.LAST,
                SmallExperiment.NOWHERE,
                OptionalInt.empty());
        assertArrayEquals(kept, ((Reading.Matrix) report.reading().readings().get(Tags.CONFUSION)).values());
        assertEquals(before, file.list().size());
        assertArrayEquals(kept, confusion(file));
    }

    private static double[] confusion(ReadingsFile file) {
        TrainingEvent.ReadingMeasured last = file.list().stream()
                .filter(r -> r.probe().equals("confusion-matrix"))
                .reduce((_, b) -> b)
                .orElseThrow();
        return ((Reading.Matrix) file.whole(last).readings().get(Tags.CONFUSION)).values();
    }

    @Test
    void aProbeIsAskedForByItsTypeAndSettings() {
        assertEquals(
                "conv1",
                ((dev.lamina.probe.FeatureMaps)
                                ProbeRequest.read("feature-maps", List.of("layer=conv1", "part=validation", "image=3")))
                        .layer());
        String message = assertThrows(BadInputException.class, () -> ProbeRequest.read("feature-map", List.of()))
                .getMessage();
        assertTrue(message.contains("feature-maps"), message);
    }
}
