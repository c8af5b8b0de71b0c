package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.StoredRun;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lamina fgsm} and {@code lamina gbr} on a run that was stopped two steps after its first epoch. */
class MeasurementCommandsTest {
    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void copyRun() throws Exception {
        run = folder.resolve("run");
        StoppedRun.copyTo(run);
    }

    private CommandLineRun measured(String... arguments) {
        CommandLineRun result = CommandLineRun.of(arguments);
        assertEquals(List.of(), result.errors());
        assertEquals(ExitCode.DONE, result.exitCode());
        return result;
    }

    /** The best checkpoint is that of the only complete epoch, so its accuracy is the epoch's. */
    @Test
    void theCurveBeginsWithThePlainTestAccuracyAndIsWrittenIntoTheRunFolder() throws Exception {
        CommandLineRun result = measured("fgsm", run.toString(), "--scale", "normalized", "--epsilon", "0,0.5,4");
        EpochMetrics epoch = StoredRun.in(run).metrics().getFirst();
        String accuracy = Amounts.percent(epoch.value(Tags.TEST_ACCURACY).orElseThrow());
        assertTrue(result.output().getFirst().startsWith("best checkpoint, step 4, 20 test images"), result.toString());
        List<String> first = row(result, "0.0");
        assertTrue(String.join(" ", first).startsWith("0.0 " + accuracy), first.toString());
        for (String ending : List.of("csv", "svg", "pdf", "png")) {
            assertTrue(Files.size(run.resolve("figures/fgsm-normalized." + ending)) > 0, ending);
        }
        List<String> csv = Files.readAllLines(run.resolve("figures/fgsm-normalized.csv"));
        assertEquals(4, csv.size());
        assertTrue(csv.get(3).contains(",4,"), csv.get(3));
    }

    @Test
    void theLastCheckpointAndFewerImagesAreMeasuredWhenAskedFor() {
        CommandLineRun result = measured(
                "fgsm",
                run.toString(),
                "--scale",
                "normalized",
                "--epsilon",
                "0",
                "--checkpoint",
                "last",
                "--count",
                "7");
        assertTrue(result.output().getFirst().startsWith("last checkpoint, step 6, 7 test images"), result.toString());
    }

    @Test
    void theMeanOverTheClassesIsTheGbrOfTheEpoch() throws Exception {
        CommandLineRun result = measured("gbr", run.toString());
        double gbr = StoredRun.in(run).metrics().getFirst().value(Tags.GBR).orElseThrow();
        assertTrue(
                result.output()
                        .getFirst()
                        .endsWith("GBR of all " + String.format(Locale.ROOT, "%.4g", gbr) + ", f the logits"),
                result.toString());
        // A line of what was measured, the table's head, its rule, and a row for each class: name, images, GBR, error.
        int images = result.output().stream()
                .skip(3)
                .limit(2)
                .map(line -> Arrays.asList(line.strip().split(" {2,}")))
                .mapToInt(cells -> Integer.parseInt(cells.get(1)))
                .sum();
        assertEquals(20, images);
        assertTrue(Files.size(run.resolve("figures/gbr-by-class.csv")) > 0);
    }

    @Test
    void aProbeIsPrintedDrawnAndKept() throws Exception {
        CommandLineRun result = measured("measure", run.toString(), "confusion-matrix", "--set", "part=training");
        assertTrue(result.output().get(1).startsWith("confusion matrix (images)"), result.toString());
        assertTrue(Files.size(run.resolve("figures/confusion-matrix.pdf")) > 0);
        assertTrue(Files.readString(run.resolve("readings.jsonl")).contains("\"confusion\""));
        CommandLineRun json = measured("measure", run.toString(), "{\"type\": \"gbr-by-class\"}", "--json");
        assertTrue(json.output().getFirst().startsWith("{\"type\":\"reading-measured\""), json.toString());
    }

    @Test
    void aFigureThatWasSavedIsDrawnFromItsFile() throws Exception {
        Panel panel = Panel.of(
                AxisSpec.of("epoch", AxisScale.INTEGER),
                AxisSpec.of("loss", AxisScale.LINEAR),
                List.of(Series.of("loss", new double[] {1, 2}, new double[] {3, 1})));
        FigureFiles.write(
                FigureSpec.of(panel), FigureStyle.singleColumn(), folder, "saved", EnumSet.allOf(FigureFormat.class));
        byte[] pdf = Files.readAllBytes(folder.resolve("saved.pdf"));
        Files.delete(folder.resolve("saved.pdf"));
        measured("figures", folder.resolve("saved.json").toString());
        assertArrayEquals(pdf, Files.readAllBytes(folder.resolve("saved.pdf")));
        measured("figures", folder.resolve("saved.json").toString(), "--width", "slide");
        assertFalse(Arrays.equals(pdf, Files.readAllBytes(folder.resolve("saved.pdf"))));
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"figure\": 2}");
        assertRefused(
                "wrong.json line 1, column 2 (figure): must be at least 1 and at most 1", "figures", wrong.toString());
    }

    @Test
    void whatCannotBeMeasuredIsSaidInOneLine() {
        assertRefused("confusion-matrix", "measure", run.toString(), "confusion");
        assertRefused("(probe.layer): unknown key", "measure", run.toString(), "confusion-matrix", "--set", "layer=x");
        assertRefused("the network has none", "measure", run.toString(), "filters");
        assertRefused("no activation of the network learns", "measure", run.toString(), "learned-responses");
        assertRefused("--epsilon -1.0", "fgsm", run.toString(), "--epsilon", "-1");
        assertRefused("normalized scale", "fgsm", run.toString());
        assertRefused("ask for 1 to 20", "fgsm", run.toString(), "--scale", "normalized", "--count", "21");
        assertRefused("--images 0", "gbr", run.toString(), "--images", "0");
        assertRefused("--threads -1", "gbr", run.toString(), "--threads", "-1");
        assertRefused("not a run folder", "gbr", folder.toString());
    }

    private static void assertRefused(String part, String... arguments) {
        CommandLineRun result = CommandLineRun.of(arguments);
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertEquals(1, result.errors().size(), result.toString());
        assertTrue(result.errors().getFirst().contains(part), result.toString());
    }

    private static List<String> row(CommandLineRun result, String first) {
        return result.output().stream()
                .map(line -> Arrays.asList(line.strip().split(" +")))
                .filter(cells -> cells.getFirst().equals(first))
                .findFirst()
                .orElseThrow();
    }
}
