package dev.lamina.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.JsonLines;
import dev.lamina.experiment.Experiment;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run, a sweep of two, a branch of the run and a reproduction's row, each made by the program itself. */
class RunStoreTest {
    private static final String CONFIG = """
            {
              "name": "two moons",
              "data": {"source": {"type": "moons", "trainCount": 60, "testCount": 20}, "validation": {"count": 10}},
              "network": {"preset": {"type": "mlp", "hiddenWidths": [4]}},
              "training": {"epochs": 2, "batchSize": 16, "learningRate": 0.05},
              "probes": {"gbr": {"images": 10}},
              "backend": {"name": "reference"}
            }
            """;

    @TempDir
    private static Path trained;

    @TempDir
    private Path runs;

    private Path single;
    private Path sweep;

    @BeforeAll
    static void train() throws InterruptedException {
        train("single");
        train("sweep", "sweep={\"training.learningRate\": [0.1, 0.01]}");
    }

    private static void train(String name, String... overrides) throws InterruptedException {
        ExperimentConfig config = RecordFiles.parse(CONFIG, "small", ExperimentConfig.class, List.of(overrides));
        var nowhere = new DataLocation(List.of(), Path.of("nowhere"));
        Experiment.start(config, trained.resolve(name), nowhere, _ -> {}).await();
    }

    @BeforeEach
    void copy() throws IOException {
        single = copied("single", runs.resolve("single"));
        sweep = copied("sweep", runs.resolve("sweep"));
    }

    private static Path copied(String name, Path target) throws IOException {
        Path source = trained.resolve(name);
        try (Stream<Path> all = Files.walk(source)) {
            for (Path from : all.toList()) {
                Files.copy(from, target.resolve(source.relativize(from)));
            }
        }
        return target;
    }

    private List<StoredEntry> listed(RunQuery query) {
        return new RunStore(runs).list(query);
    }

    private static List<String> names(List<? extends StoredEntry> entries) {
        return entries.stream().map(e -> e.folder().getFileName().toString()).toList();
    }

    /** When it last changed, in seconds from a moment on. */
    private static void touch(Path folder, long seconds) throws IOException {
        Files.setLastModifiedTime(folder.resolve("run.json"), FileTime.from(Instant.EPOCH.plusSeconds(seconds)));
    }

    @Test
    void aRunIsListedWithWhatItsFolderTells() {
        StoredRun run = RunStore.open(single);
        RunHeader header = assertInstanceOf(
                RunHeader.class, new RunStore(single).list(RunQuery.ALL).getFirst());
        assertEquals(run.record(), header.record());
        assertEquals(RunState.FINISHED, header.record().state());
        assertEquals(2, header.epochsPlanned());
        assertEquals(run.metrics().getLast(), header.last().orElseThrow());
        assertEquals(new Lineage.Alone(), header.lineage());
    }

    @Test
    void theRunsOfASweepStandBelowItInTheOrderTheyBegan() {
        RunGroup group = assertInstanceOf(
                RunGroup.class, new RunStore(sweep).list(RunQuery.ALL).getFirst());
        assertEquals(List.of("learningRate=0.1", "learningRate=0.01"), names(group.members()));
        assertEquals(OptionalInt.of(2), group.planned());
        assertEquals(
                new Lineage.Member(Lineage.Kind.SWEEP, sweep),
                ((RunHeader) group.members().getFirst()).lineage());
    }

    @Test
    void aBranchTellsWhereItComesFromAndAReproductionsRowWhereItBelongs() throws Exception {
        KeptCheckpoint checkpoint = StoredRun.in(single).checkpoints().getLast();
        RunBranch.make(StoredRun.in(single), checkpoint, runs.resolve("branch"));
        RunHeader branch = (RunHeader)
                new RunStore(runs.resolve("branch")).list(RunQuery.ALL).getFirst();
        assertEquals(new Lineage.Branch(single, checkpoint.step()), branch.lineage());

        Path reproduction = Files.createDirectory(runs.resolve("paper"));
        Files.writeString(reproduction.resolve(RunStore.REPRODUCTION), "{}");
        copied("single", reproduction.resolve("row-seed-1"));
        RunGroup group =
                (RunGroup) new RunStore(reproduction).list(RunQuery.ALL).getFirst();
        assertEquals(Lineage.Kind.REPRODUCTION, group.kind());
        assertEquals(List.of("row-seed-1"), names(group.members()));
        assertEquals(List.of("branch"), names(listed(of(single))));
        assertEquals(List.of("paper"), names(listed(of(reproduction))));
    }

    private static RunQuery of(Path parent) {
        return new RunQuery(_ -> true, Optional.empty(), Optional.of(parent), Optional.empty(), 9);
    }

    @Test
    void theNewestComesFirstAndASweepIsAsNewAsItsNewestRun() throws IOException {
        touch(sweep.resolve("learningRate=0.1"), 1);
        touch(single, 2);
        touch(sweep.resolve("learningRate=0.01"), 3);
        assertEquals(List.of("sweep", "single"), names(listed(RunQuery.ALL)));
        assertEquals(List.of("sweep"), names(listed(RunQuery.newest(1))));
        touch(single, 4);
        assertEquals(List.of("single"), names(listed(RunQuery.newest(1))));
    }

    @Test
    void aDamagedRunIsListedWithTheReasonAndHidesNoOther() throws IOException {
        Files.writeString(single.resolve("run.json"), "{");
        Files.writeString(sweep.resolve("learningRate=0.1/config.json"), "[]");
        Files.createDirectory(runs.resolve("empty"));
        Files.createDirectory(runs.resolve(".half.part"));
        List<StoredEntry> found = listed(RunQuery.ALL);
        assertEquals(2, found.size());
        var bad = (StoredEntry.Unreadable) found.stream()
                .filter(StoredEntry.Unreadable.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertTrue(
                bad.reason().toString().startsWith(single.resolve("run.json") + ": damaged ("),
                bad.reason().toString());
        assertEquals(1, bad.reason().toString().lines().count());
        RunGroup group = (RunGroup)
                found.stream().filter(RunGroup.class::isInstance).findFirst().orElseThrow();
        assertEquals(List.of("learningRate=0.01", "learningRate=0.1"), names(group.members()));
    }

    @Test
    void aQueryLooksAtNamesStatesAndDays() {
        assertEquals(List.of("sweep"), names(listed(text("Rate=0.01"))));
        assertEquals(2, listed(text("TWO MOONS")).size());
        assertEquals(List.of(), listed(text("spirals")));
        assertEquals(
                List.of(),
                listed(new RunQuery(_ -> true, Optional.of(RunState.FAILED), Optional.empty(), Optional.empty(), 9)));
        Instant later = Instant.now().plusSeconds(60);
        assertEquals(
                List.of(), listed(new RunQuery(_ -> true, Optional.empty(), Optional.empty(), Optional.of(later), 9)));
        RunGroup of = (RunGroup) listed(text("=0.01")).getFirst();
        assertEquals(List.of("learningRate=0.01"), names(of.members()), "only what was asked for");
    }

    private static RunQuery text(String text) {
        return new RunQuery(
                entry -> (entry.name() + entry.folder().getFileName())
                        .toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                9);
    }

    @Test
    void aFolderThatIsNotThereHoldsNothingAndCannotBeOpened() {
        Path nowhere = runs.resolve("nowhere");
        assertEquals(List.of(), new RunStore(nowhere).list(RunQuery.ALL));
        assertThrows(BadInputException.class, () -> RunStore.open(nowhere));
    }

    @Test
    void theLastEpochIsTakenFromTheEndOfALongFileWhoseLastLineIsHalfWritten() throws IOException {
        Path file = runs.resolve("metrics.jsonl");
        String lines = IntStream.rangeClosed(1, 2000)
                .mapToObj(epoch -> JsonLines.of(EpochMetrics.of(epoch, epoch, Map.of(Tags.TEST_LOSS, 1.0 / epoch))))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, lines + "\n{\"epoch\": 20");
        assertTrue(Files.size(file) > 1 << 16);
        assertEquals(2000, new MetricsFile(file).last().orElseThrow().epoch());
        Files.writeString(file, lines.lines().findFirst().orElseThrow() + "\n");
        assertEquals(1, new MetricsFile(file).last().orElseThrow().epoch());
        Files.writeString(file, "{\"epoch\"");
        assertEquals(Optional.empty(), new MetricsFile(file).last());
    }
}
