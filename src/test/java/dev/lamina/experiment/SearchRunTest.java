package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.archive.TrialsFile;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.TrainingEvent;
import dev.lamina.search.Rungs;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that the reference backend does in a blink. */
class SearchRunTest extends ExperimentRuns {
    private static final String SPACE = "{\"training.weightDecay\": {\"type\": \"log\", \"low\": 1e-6, \"high\": 1e-1},"
            + " \"training.learningRate\": {\"type\": \"linear\", \"low\": 0.01, \"high\": 0.1}}";

    private static ExperimentConfig config(String strategy, int trials, String... more) {
        List<String> all = new ArrayList<>(
                List.of("search.space=" + SPACE, "search.strategy=" + strategy, "search.budget.trials=" + trials));
        all.addAll(List.of(more));
        return SmallExperiment.config(all.toArray(String[]::new));
    }

    private long count(Class<? extends TrainingEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static List<Path> runs(Path search) throws Exception {
        try (Stream<Path> entries = Files.list(search)) {
            return entries.filter(p -> p.getFileName().toString().startsWith("trial-"))
                    .sorted()
                    .toList();
        }
    }

    private static int epochs(Path search) throws Exception {
        return runs(search).stream().mapToInt(run -> measured(run).size()).sum();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"random | 1", "tpe | 3", "{\"type\": \"tpe\", \"startTrials\": 2} | 1"})
    void everyTrialIsARunOfItsOwnAndTheBestIsTold(String strategy, int slots) throws Exception {
        Path path = folder.resolve("search");
        RunResult result = run(config(strategy, 5, "slots=" + slots), path);
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(5, runs(path).size());
        assertEquals(5 * 3, epochs(path));
        assertEquals(5, new TrialsFile(new RunFolder(path).trials()).read().size());
        assertEquals(5, count(TrainingEvent.TrialStarted.class));
        assertEquals(5, count(TrainingEvent.TrialEnded.class));
        assertTrue(
                result.notes().stream().anyMatch(note -> note.toString().startsWith("best trial: ")),
                result.notes().toString());
        events.clear();
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(0, count(TrainingEvent.TrialStarted.class), "nothing left to do");
    }

    @Test
    void aStoppedSearchGoesOnWhereItWasAndAsksForTheSamePoints() throws Exception {
        Path whole = folder.resolve("whole");
        run(config("tpe", 4), whole);
        Path path = folder.resolve("search");
        assertEquals(RunState.STOPPED, runUntil(5, config("tpe", 4), path).state());
        long before = count(TrainingEvent.StepCompleted.class);
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(
                4 * 12, count(TrainingEvent.StepCompleted.class) - 4 * 12, "no step is done twice, after " + before);
        assertEquals(
                new TrialsFile(new RunFolder(whole).trials()).read(),
                new TrialsFile(new RunFolder(path).trials()).read());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void halvingPausesAndPromotesAndSpendsWhatItSays(int slots) throws Exception {
        Path path = folder.resolve("search");
        ExperimentConfig config = config(
                "sobol",
                9,
                "search.halving={\"factor\": 3, \"firstEpochs\": 1}",
                "slots=" + slots,
                "training.epochs=9");
        assertEquals(RunState.FINISHED, run(config, path).state());
        assertEquals(new Rungs(3, 1, 9).epochsOf(9), epochs(path));
        assertEquals(
                List.of(1, 1, 1, 1, 1, 1, 3, 3, 9),
                runs(path).stream().map(run -> measured(run).size()).sorted().toList());
    }

    @Test
    void aPromotedTrialIsBitForBitOneThatWasNeverPaused() throws Exception {
        Path path = folder.resolve("search");
        run(config("sobol", 3, "search.halving={\"factor\": 3, \"firstEpochs\": 1}"), path);
        Path winner = runs(path).stream()
                .filter(run -> StoredRun.in(run).record().state() == RunState.FINISHED)
                .findFirst()
                .orElseThrow();
        Path alone = folder.resolve("alone");
        run(StoredRun.in(winner).config(), alone);
        assertEquals(measured(alone), measured(winner));
        assertArrayEquals(bytes(alone, "weights.safetensors"), bytes(winner, "weights.safetensors"));
    }

    /** As after a kill between the asking and the beginning, with half a line behind it. */
    @Test
    void aTrialThatWasAskedForIsDoneEvenIfItNeverBegan() throws Exception {
        Path path = folder.resolve("search");
        runUntil(5, config("random", 3), path);
        TrialsFile file = new TrialsFile(new RunFolder(path).trials());
        file.append(file.read(), new TrialsFile.Asked(2, Map.of("training.weightDecay", 0.01)));
        Files.writeString(file.file(), "{\"trial\": 3, \"val", StandardOpenOption.APPEND);
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(3, file.read().size());
        assertEquals(
                0.01,
                StoredRun.in(path.resolve("trial-0002")).config().training().weightDecay());
    }

    @Test
    void aTrialThatWasTakenAwayIsDoneAgain() throws Exception {
        Path path = folder.resolve("search");
        run(config("random", 2), path);
        try (Stream<Path> files = Files.walk(path.resolve("trial-0001"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(2 * 3, epochs(path));
    }

    @Test
    void aBudgetOfImagesEndsASearch() throws Exception {
        Path path = folder.resolve("search");
        run(config("random", 100, "search.budget.images=300"), path);
        assertEquals(2, runs(path).size(), "150 images each: 3 epochs of 50");
    }

    @Test
    void severalSeedsAreOneEntryAndAPlainRunIsNone() throws Exception {
        Path path = folder.resolve("seeds");
        assertEquals(
                RunState.FINISHED, run(SmallExperiment.config("seeds=3"), path).state());
        for (int seed = 1; seed <= 3; seed++) {
            assertEquals(
                    seed, StoredRun.in(path.resolve("seed=" + seed)).config().seed());
        }
        String csv = Files.readString(path.resolve("figures/comparison.csv"));
        assertTrue(
                csv.contains("mean ± sd, n = 3"), csv.lines().limit(3).toList().toString());
    }

    @Test
    void aSearchWithSeedsGoesByTheirMean() throws Exception {
        Path path = folder.resolve("search");
        assertEquals(
                RunState.FINISHED, run(config("random", 2, "seeds=2"), path).state());
        assertEquals(4, runs(path).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search.objective.metric=\"testAccuracy\" | measured on test data",
                "search.objective.metric=\"accuracy\" | nothing is called 'accuracy'",
                "data.validation=null | there is no validation data",
            })
    void anObjectiveThatCannotDecideIsRefused(String override, String why) {
        Path path = folder.resolve("search");
        BadInputException refused =
                assertThrows(BadInputException.class, () -> run(config("random", 2, override), path));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertTrue(Files.notExists(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"training.weightDecay\": {\"type\": \"linear\", \"low\": -1, \"high\": 1}} | search: training.weightDecay=-1",
                "{\"training.weightdecay\": {\"type\": \"linear\", \"low\": 0, \"high\": 1}} | did you mean \"weightDecay\"?",
                "{\"slots\": {\"type\": \"integer\", \"low\": 1, \"high\": 2}} | a sweep cannot vary itself",
                "{\"activation\": {\"type\": \"choice\", \"values\": [\"relu\", \"rellu\"]}} | rellu",
            })
    void aSpaceThatDoesNotFitIsRefusedBeforeTheFirstTrial(String space, String why) {
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> run(SmallExperiment.config("search.space=" + space), folder.resolve("search")));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }
}
