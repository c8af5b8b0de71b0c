package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.StoredRun;
import dev.lamina.experiment.FigureTables;
import dev.lamina.figure.plan.PaperPlans;
import dev.lamina.figure.plan.Row;
import dev.lamina.figure.plan.Table;
import dev.lamina.metric.Tags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lamina figure} on a run that was stopped two steps after its first epoch. */
class FigureCommandTest {
    private static final String PLAN = """
            {
              "style": "nature",
              "panels": [ {"marks": [ {"type": "lines", "from": "mine", "x": "epoch", "y": "trainLoss"} ]} ],
              "data": {"mine": {"runs": "runs", "where": "state != failed"}},
              "write": ["pdf", "svg"]
            }
            """;

    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void copyRun() throws Exception {
        run = folder.resolve("runs/run");
        Files.createDirectories(run.getParent());
        StoppedRun.copyTo(run);
    }

    private static CommandLineRun done(String... arguments) {
        CommandLineRun result = CommandLineRun.of(arguments);
        assertEquals(ExitCode.DONE, result.exitCode(), result.toString());
        return result;
    }

    @Test
    void aPlanIsWrittenBesideItAndAgainFromItsNumbersAlone() throws Exception {
        Path plan = Files.writeString(folder.resolve("loss.json"), PLAN);
        done("figure", plan.toString());
        byte[] pdf = Files.readAllBytes(folder.resolve("loss.pdf"));
        Path settled = folder.resolve("loss.figure.json");
        byte[] before = Files.readAllBytes(settled);
        Files.move(folder.resolve("runs"), folder.resolve("elsewhere"));
        Files.delete(folder.resolve("loss.pdf"));
        done("figures", settled.toString());
        assertArrayEquals(pdf, Files.readAllBytes(folder.resolve("loss.pdf")));
        assertArrayEquals(before, Files.readAllBytes(settled));
        assertEquals(PLAN, Files.readString(plan));
    }

    @Test
    void readyMadeFiguresAreMadeOfAnyRuns() {
        for (String name : List.of("mpelu-shapes", "gbr-decay", "enc-accuracy", "enc-gbr", "gbr-against-accuracy")) {
            Path into = folder.resolve("papers");
            done("figure", "--paper", name, "--runs", run.getParent().toString(), "--into", into.toString());
            assertTrue(Files.exists(into.resolve(name + ".pdf")), name);
        }
        assertEquals(9, PaperPlans.NAMES.size());
    }

    @Test
    void aTableOfRunsHoldsSettingsAndWhatWasMeasured() {
        Table table = new FigureTables(run.getParent())
                .apply(PaperPlans.named("gbr-decay").data().get("runs"));
        Row row = table.rows().getFirst();
        StoredRun stored = StoredRun.in(run);
        assertEquals(List.of(stored.configSha256()), table.configSha256s());
        assertEquals("1", row.value("epoch"));
        assertEquals(String.valueOf(stored.config().seed()), row.value("seed"));
        assertEquals(
                100 * stored.metrics().getFirst().value(Tags.TEST_ACCURACY).orElseThrow(),
                Double.parseDouble(row.value("testAccuracy")));
        assertEquals("", row.value("nothing"));
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws Exception {
        Path plan = Files.writeString(folder.resolve("wrong.json"), PLAN.replace("\"marks\"", "\"mark\""));
        assertRefused("wrong.json line 3, column 16 (panels.0.mark): unknown key", "figure", plan.toString());
        assertRefused("did you mean \"gbr-decay\"", "figure", "--paper", "gbr-deca");
        assertRefused("what a figure is to be made of is missing", "figure");
        assertRefused("no such folder of runs", "figure", "--paper", "gbr-decay", "--runs", folder + "/none");
        Files.writeString(plan, PLAN.replace("trainLoss", "trainLos"));
        assertRefused("did you mean \"trainLoss\"", "figure", plan.toString());
    }

    private static void assertRefused(String part, String... arguments) {
        CommandLineRun result = CommandLineRun.of(arguments);
        assertEquals(ExitCode.BAD_INPUT, result.exitCode(), result.toString());
        assertEquals(1, result.errors().size(), result.toString());
        assertTrue(result.errors().getFirst().contains(part), result.toString());
    }
}
