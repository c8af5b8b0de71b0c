package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.StoredRun;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Path trained(String head) throws IOException {
        Path config = Files.writeString(folder.resolve("shapes.json"), """
                {
                  "name": "shapes",
                  "data": {"source": {"type": "shapes", "trainCount": 80, "testCount": 40}},
                  "network": {"preset": {"type": "mlp", "hiddenWidths": [12]}},
                  "head": {"type": "%s"},
                  "training": {"epochs": 2, "batchSize": 16, "learningRate": 1e-4},
                  "probes": {"gbr": {"images": 4}}
                }
                """.formatted(head));
        Path run = folder.resolve("run");
        CommandLineRun result = CommandLineRun.of("run", config.toString(), "--out", run.toString());
        assertEquals(ExitCode.DONE, result.exitCode(), result.toString());
        return run;
    }

    /** The test images as files, named by their number. */
    private Path pictures(ImageDataset images) throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        int side = images.exampleShape().axis(1);
        float[] pixels = new float[3 * side * side];
        for (int n = 0; n < images.size(); n++) {
            images.copyTo(n, pixels, 0);
            BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < side * side; i++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    rgb = rgb << 8 | Math.round(pixels[c * side * side + i] * 255);
                }
                picture.setRGB(i % side, i / side, rgb);
            }
            ImageIO.write(
                    picture,
                    "png",
                    pictures.resolve(String.format(Locale.ROOT, "%03d.png", n)).toFile());
        }
        return pictures;
    }

    @ParameterizedTest
    @CsvSource({
        "softmax, probability, testAccuracy",
        "svm, margin, testAccuracy",
        "wnll, interpolation, wnllTestAccuracy"
    })
    void predictionsOfTheTestPicturesAreTheRunsOwn(String head, String score, String tag) throws IOException {
        Path run = trained(head);
        StoredRun stored = StoredRun.in(run);
        ImageDataset test = stored.config()
                .data()
                .source()
                .load(new DataLocation(List.of(), folder))
                .test();
        CommandLineRun result =
                CommandLineRun.of("predict", run.toString(), pictures(test).toString(), "--json");
        assertEquals(List.of(), result.errors());
        assertEquals(test.size(), result.output().size());
        int right = 0;
        for (int n = 0; n < test.size(); n++) {
            JsonNode line = JSON.readTree(result.output().get(n));
            right += line.path("label").asInt() == test.label(n) ? 1 : 0;
            assertEquals(score, line.path("score").asString());
            assertEquals(
                    test.classNames().get(line.path("label").asInt()),
                    line.path("class").asString());
            double sum = line.path("scores")
                    .valueStream()
                    .mapToDouble(JsonNode::asDouble)
                    .sum();
            assertTrue(score.equals("margin") || Math.abs(sum - 1) < 1e-6, line.toString());
        }
        EpochMetrics last = stored.metrics().getLast();
        assertEquals(last.value(Tags.of(tag)).orElseThrow(), (double) right / test.size(), 1e-12);
    }

    @Test
    void whatCannotBeReadGetsALineAndTheOthersTheirAnswer() throws IOException {
        Path run = trained("softmax");
        Path good = folder.resolve("good.png");
        ImageIO.write(new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB), "png", good.toFile());
        Path bad = Files.writeString(folder.resolve("bad.png"), "no picture");
        CommandLineRun result = CommandLineRun.of(
                "predict",
                run.toString(),
                good.toString(),
                bad.toString(),
                folder.resolve("none.png").toString());
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertEquals(2, result.errors().size(), result.toString());
        assertTrue(result.errors().get(0).contains("bad.png"), result.toString());
        assertTrue(result.errors().get(1).contains("none.png"), result.toString());
        assertTrue(result.output().getLast().startsWith(good.toString()), result.toString());
    }

    @Test
    void aRunOfPointsTakesNoPictures() throws IOException {
        Path run = folder.resolve("run");
        StoppedRun.copyTo(run);
        CommandLineRun result = CommandLineRun.of("predict", run.toString(), folder.toString());
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertTrue(result.errors().getFirst().contains("points"), result.toString());
    }
}
