package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever stands in a configuration or on the command line: within 5 s an answer of at most one line, exit code 0 or 2,
 * never a stack trace. A few in every build; {@code -Dlamina.campaign.configurations=N} and
 * {@code -Dlamina.campaign.commandLines=N} damage N of each in the campaign, {@code -Dlamina.campaign.seed=N} others.
 * What is answered wrongly is kept below target/campaign.
 */
class FuzzCampaignTest {
    private static final Path KEPT = Path.of("target", "campaign");
    private static final long SEED = Long.getLong("lamina.campaign.seed", 1);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private double slowest;

    @Test
    void aFewDamagedConfigurationsAreAnsweredByOneLine() throws Exception {
        configurations(300);
    }

    @Test
    void aFewDamagedCommandLinesAreAnsweredByOneLine() throws Exception {
        commandLines(100);
    }

    @Test
    @Tag("campaign")
    void manyDamagedConfigurationsAreAnsweredByOneLine() throws Exception {
        configurations(Integer.getInteger("lamina.campaign.configurations", 10_000));
    }

    @Test
    @Tag("campaign")
    void manyDamagedCommandLinesAreAnsweredByOneLine() throws Exception {
        commandLines(Integer.getInteger("lamina.campaign.commandLines", 1000));
    }

    private void configurations(int count) throws Exception {
        List<ObjectNode> samples = samples();
        var drawn = new RandomConfiguration(random);
        var damage = new DamagedConfiguration(random);
        Path file = folder.resolve("config.json");
        for (int i = 0; i < count; i++) {
            ObjectNode whole = random.nextInt(3) == 0 ? drawn.next() : samples.get(random.nextInt(samples.size()));
            Files.write(file, damage.of(whole));
            List<String> line = List.of(random.nextInt(8) == 0 ? "describe" : "check", file.toString());
            take("configuration " + i, line, file);
        }
        report("configurations", count);
    }

    private void commandLines(int count) throws Exception {
        Path file = folder.resolve("config.json");
        Files.writeString(file, new JsonMapper().writeValueAsString(samples().getFirst()));
        var lines = new DamagedCommandLine(random, folder);
        for (int i = 0; i < count; i++) {
            take("command line " + i, lines.next(), file);
        }
        report("command lines", count);
        assertEquals(List.of(file), files(), "nothing is written");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** The program's own, on few images that need no download. */
    private List<ObjectNode> samples() throws IOException {
        List<ObjectNode> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("sample-configs"))) {
            for (Path file : files.filter(f -> !f.endsWith("experiment.schema.json"))
                    .sorted()
                    .toList()) {
                ObjectNode sample = (ObjectNode) new JsonMapper().readTree(Files.readString(file));
                ((ObjectNode) sample.get("data"))
                        .putObject("source")
                        .put("type", "shapes")
                        .put("trainCount", 100)
                        .put("testCount", 20);
                samples.add(sample);
            }
        }
        return samples;
    }

    private void take(String name, List<String> line, Path config) throws Exception {
        CommandAnswer answer = CommandAnswer.to(line);
        slowest = Math.max(slowest, answer.seconds());
        outcomes.merge("exit code " + answer.exitCode(), 1, Integer::sum);
        if (answer.fault().isPresent()) {
            Files.createDirectories(KEPT);
            Files.copy(
                    config, KEPT.resolve("seed " + SEED + " " + name + ".json"), StandardCopyOption.REPLACE_EXISTING);
            faults.add(name + " (" + line.getFirst() + "): " + answer.fault().get());
        }
    }

    private void report(String what, int count) {
        System.out.println(count + " damaged " + what + ", seed " + SEED + ": " + outcomes + ", " + faults.size()
                + String.format(Locale.ROOT, " answered wrongly, the slowest in %.2f s", slowest));
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " of " + count + " answered wrongly:\n" + String.join("\n", faults));
    }
}
