package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lamina.archive.RunStore;
import dev.lamina.ui.run.EarlierRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to the files of a run, each command that reads them answers in its time: it does its work, or refuses in
 * one line that names the folder. {@code -Dlamina.campaign.damages=N} lets the campaign damage N times, {@code -Dlamina.campaign.seed=N}
 * otherwise.
 */
class DamagedRunFoldersTest {
    private static final int FEW = 24;
    private static final int MANY = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[null]",
            "{\"a\":null}");

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("lamina.campaign.seed", 1));

    @Test
    void everyCommandAnswersAFewDamagesInOneLine() throws Exception {
        damage(FEW);
    }

    @Test
    @Tag("campaign")
    void everyCommandAnswersManyDamagesInOneLine() throws Exception {
        damage(Integer.getInteger("lamina.campaign.damages", MANY));
    }

    private void damage(int count) throws Exception {
        List<String> faults = new ArrayList<>();
        TreeMap<Integer, Integer> exitCodes = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Path runs = Files.createDirectory(folder.resolve("runs-" + i));
            Path run = runs.resolve("run");
            StoppedRun.copyTo(run);
            String damage = damage(run);
            List<List<String>> commands = List.of(
                    List.of("figures", run.toString()),
                    List.of("gbr", run.toString(), "--threads", "1"),
                    List.of("fgsm", run.toString(), "--checkpoint", "last", "--scale", "normalized"),
                    List.of("resume", run.toString()));
            EarlierRuns.read(new RunStore(runs), 9);
            List<String> command = commands.get(random.nextInt(commands.size()));
            String what = damage + ", seen by " + command;
            CommandLineRun answer = assertTimeoutPreemptively(PATIENCE, () -> CommandLineRun.of(command), what);
            exitCodes.merge(answer.exitCode(), 1, Integer::sum);
            fault(answer, run).ifPresent(fault -> faults.add(what + ": " + fault));
            remove(runs);
        }
        System.out.println("damaged run folders: " + count + ", by exit code " + exitCodes);
        assertEquals(List.of(), faults);
    }

    /** What is wrong with an answer. */
    private static Optional<String> fault(CommandLineRun answer, Path run) {
        String errors = String.join("\n", answer.errors());
        boolean sound = switch (answer.exitCode()) {
            case ExitCode.BAD_INPUT ->
                answer.errors().size() == 1
                        && errors.startsWith("lamina: ")
                        && errors.contains(run.toString())
                        && (errors.contains("; ") || errors.contains("must be "))
                        && (errors.length() < 1000 || errors.contains("config.json"));
            case ExitCode.DONE, ExitCode.FAILED -> !errors.contains("\tat ");
            default -> false;
        };
        return sound ? Optional.empty() : Optional.of("exit code " + answer.exitCode() + ", " + errors);
    }

    /** Does something to one file, and says what. */
    private String damage(Path run) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(run)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] content = Files.readAllBytes(file);
        int kind = random.nextInt(10);
        switch (kind) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, new byte[0]);
            case 2 -> Files.write(file, Arrays.copyOf(content, random.nextInt(content.length)));
            case 3 -> Files.writeString(file, VALUES.get(random.nextInt(VALUES.size())) + "\n");
            case 4 -> {
                byte[] noise = new byte[random.nextInt(2000)];
                random.nextBytes(noise);
                Files.write(file, noise);
            }
            case 5 -> {
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, content);
            }
            case 6 -> Files.writeString(file, "[".repeat(200_000));
            case 7 -> {
                Files.delete(file);
                Files.createDirectory(file);
            }
            default -> edit(file, new String(content, StandardCharsets.ISO_8859_1));
        }
        return "damage " + kind + " of " + run.relativize(file);
    }

    /** Another value for some key, another key, a line twice, a long text. */
    private void edit(Path file, String text) throws IOException {
        List<Integer> colons = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == ':')
                .boxed()
                .toList();
        if (colons.isEmpty()) {
            Files.writeString(file, text + text, StandardCharsets.ISO_8859_1);
            return;
        }
        int colon = colons.get(random.nextInt(colons.size()));
        int end = colon + 1;
        while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String edited = switch (random.nextInt(4)) {
            case 0 -> text.substring(0, Math.max(0, colon - 2)) + "Q" + text.substring(colon - 1);
            case 1 -> text + text.lines().findFirst().orElse("") + "\n";
            case 2 -> text.substring(0, colon + 1) + "\"" + "y".repeat(5_000) + "\"" + text.substring(end);
            default -> text.substring(0, colon + 1) + VALUES.get(random.nextInt(VALUES.size())) + text.substring(end);
        };
        Files.writeString(file, edited, StandardCharsets.ISO_8859_1);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
