package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.event.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code lamina runs} on a run that was stopped after its first epoch, one that is damaged, and a reproduction's row. */
class RunsCommandTest {
    @TempDir
    private Path runs;

    private StoredRun stopped;

    @BeforeEach
    void copyRuns() throws IOException {
        StoppedRun.copyTo(runs.resolve("stopped"));
        StoppedRun.copyTo(runs.resolve("damaged"));
        Files.writeString(runs.resolve("damaged/run.json"), "{");
        StoppedRun.copyTo(runs.resolve("paper/relu-seed-1"));
        Files.writeString(runs.resolve("paper").resolve(RunStore.REPRODUCTION), "{}");
        stopped = StoredRun.in(runs.resolve("stopped"));
    }

    private static List<String> listed(Path folder, String... options) {
        var arguments = new java.util.ArrayList<>(List.of("runs", folder.toString()));
        arguments.addAll(List.of(options));
        CommandLineRun result = CommandLineRun.of(arguments);
        assertEquals(List.of(), result.errors());
        assertEquals(ExitCode.DONE, result.exitCode());
        return result.output();
    }

    private static String lineOf(String run, List<String> lines) {
        return lines.stream()
                .filter(line -> line.strip().startsWith(run))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableShowsHowFarEachRunCameAndWhatCannotBeRead() {
        List<String> lines = listed(runs);
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(
                lineOf("stopped", lines).matches("stopped +stopped +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +1 of .* %.*"));
        assertTrue(lineOf("damaged", lines).matches("damaged +unreadable .*run\\.json: damaged \\(.*"));
        assertTrue(lineOf("paper", lines).matches("paper +reproduction +1 runs"), lineOf("paper", lines));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  relu-seed-1  stopped")), lines.toString());
    }

    @Test
    void everyRunIsALineOfJsonWithItsLastEpoch() {
        JsonMapper json = new JsonMapper();
        List<JsonNode> lines =
                listed(runs, "--json").stream().map(json::readTree).toList();
        assertEquals(3, lines.size());
        JsonNode whole = lines.stream()
                .filter(line -> line.path("folder").asString().endsWith("stopped"))
                .findFirst()
                .orElseThrow();
        assertEquals("stopped", whole.path("state").asString());
        assertEquals(6, whole.path("step").asInt());
        assertEquals(1, whole.path("epochsDone").asInt());
        assertEquals("alone", whole.path("lineage").asString());
        assertEquals(
                stopped.record().created().toString(), whole.path("created").asString());
        assertEquals(
                stopped.metrics().getLast(),
                JsonLines.metrics(whole.path("metrics").toString()));
        JsonNode row = lines.stream()
                .filter(line -> line.path("lineage").asString("").equals("reproduction"))
                .findFirst()
                .orElseThrow();
        assertEquals(runs.resolve("paper").toString(), row.path("parent").asString());
        JsonNode bad = lines.stream()
                .filter(line -> line.path("state").asString().equals("unreadable"))
                .findFirst()
                .orElseThrow();
        assertTrue(bad.path("message").asString().contains("damaged ("));
    }

    @Test
    void onlyWhatWasAskedForIsShown() {
        assertEquals(3, listed(runs, "--query", "STOPPED").size());
        assertEquals(1, listed(runs, "--json", "--limit", "1").size());
        assertEquals(List.of("no such runs in " + runs), listed(runs, "--state", "finished"));
        assertEquals(List.of("no such runs in " + runs), listed(runs, "--since", "2999-01-01"));
        assertEquals(
                1,
                listed(runs, "--json", "--of", runs.resolve("paper").toString()).size());
        assertEquals(
                2, listed(runs, "--json", "--sort", "accuracy", "--limit", "2").size());
        assertTrue(listed(runs, "--sort", "loss").getLast().startsWith("damaged"), "nothing to compare");
    }

    @Test
    void fieldsMakeATableAnyProgramReads() {
        assertEquals(
                List.of("name,state,epochs", "stopped,stopped,1", "relu-seed-1,stopped,1"),
                listed(runs, "--columns", "name,state,epochs", "--csv", "--query", "state=stopped", "--sort", "-name"));
        assertTrue(listed(runs, "--columns", "name,epochs", "--json", "--sort", "-epochs")
                .getFirst()
                .startsWith("{\"name\":"));
        List<String> groups = listed(runs, "--group", "--columns", "testAccuracy", "--query", "state=stopped");
        assertTrue(groups.getFirst().contains("testAccuracy (mean ± sd)"), groups.toString());
        assertEquals(3, groups.size(), "the same configuration twice is one entry: " + groups);
    }

    @Test
    void aFolderWithoutRunsHasNoTable() throws Exception {
        Path empty = Files.createDirectory(runs.resolve("empty"));
        CommandLineRun result = CommandLineRun.of("runs", empty.toString(), "--columns", "name,testAccuracy", "--csv");
        assertEquals(ExitCode.DONE, result.exitCode());
        assertEquals(List.of(), result.output());
        assertEquals(1, result.errors().size(), result.toString());
    }

    @Test
    void notesAreFoundAgainAndArchivedRunsAreShownOnRequest() {
        String run = runs.resolve("stopped").toString();
        CommandLineRun noted = CommandLineRun.of("note", run, "--tag", "paper", "--star", "--text", "figure 3");
        assertEquals(List.of(run + ": tags [paper], text [figure 3]"), noted.output());
        assertEquals(1, listed(runs, "--json", "--query", "tag:paper star=true").size());
        CommandLineRun.of("note", run, "--archive");
        assertEquals(2, listed(runs, "--json").size());
        assertEquals(3, listed(runs, "--json", "--archived").size());
        CommandLineRun.of("note", run, "--trash");
        assertEquals(2, listed(runs, "--json", "--archived").size());
        CommandLineRun.of("note", runs.resolve(".trash/stopped").toString(), "--restore", "--no-archive");
        assertEquals(3, listed(runs, "--json").size());
        assertRefused("a tag is one word", "note", run, "--tag", "two words");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertRefused("no field 'speed'", "runs", runs.toString(), "--query", "speed>3");
        assertRefused("no query", "runs", runs.toString(), "--query", "gbr<");
        assertRefused("no such folder", "runs", runs.resolve("nowhere").toString());
        assertRefused("--limit 0: give 1 or more", "runs", runs.toString(), "--limit", "0");
        assertRefused("'yesterday' is not a day", "runs", runs.toString(), "--since", "yesterday");
        assertRefused("--state", "runs", runs.toString(), "--state", "asleep");
    }

    private static void assertRefused(String said, String... arguments) {
        CommandLineRun result = CommandLineRun.of(arguments);
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertEquals(1, result.errors().size(), result.toString());
        assertTrue(result.errors().getFirst().contains(said), result.toString());
    }
}
