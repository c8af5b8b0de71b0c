package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.data.source.Availability;
import dev.lamina.data.source.Cifar10;
import dev.lamina.docs.MarkdownPage;
import dev.lamina.message.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the README and the guide tell readers to type, typed: trainings on few images, runs in another folder. */
class GuideCommandsTest {
    private static final List<String> PROGRAM = List.of("lamina ", "java -jar target/lamina.jar ");

    /** Trains as a reader would, on little. */
    private static final List<String> FEW_IMAGES = List.of(
            "--threads",
            "1",
            "--set",
            "data.source.trainCount=40",
            "--set",
            "data.source.testCount=20",
            "--set",
            "training.epochs=1",
            "--set",
            "training.batchSize=20",
            "--set",
            "probes.gbr.images=4");

    /** Of these the words alone are read. */
    private static final String NEEDS_A_DEVICE = "--backend tornado";

    private static final Pattern NEED_CIFAR = Pattern.compile("cifar10|weight-decay");

    @TempDir
    private Path folder;

    private static Stream<String> commands() {
        return MarkdownPage.inReadingOrder().stream()
                .flatMap(page -> page.codeLines().stream())
                .flatMap(line -> command(line).stream())
                .distinct();
    }

    private static Optional<String> command(String line) {
        return PROGRAM.stream()
                .filter(line::startsWith)
                .map(program -> line.substring(program.length()).replaceFirst("\\s+#.*", ""))
                .findFirst();
    }

    @Test
    @Tag("slow")
    void everyCommandOfReadmeAndGuideDoesWhatItSays() {
        Path data = Path.of(
                Optional.ofNullable(System.getenv(DataLocation.VARIABLE)).orElse("../shared/data"));
        boolean cifar = Availability.isThere(new Cifar10(40, 20), DataLocation.standard(data));
        List<String> failed = new ArrayList<>();
        List<String> typed = commands()
                .filter(command -> cifar || !NEED_CIFAR.matcher(command).find())
                .filter(command -> !command.contains(NEEDS_A_DEVICE))
                .toList();
        for (String command : typed) {
            CommandLineRun run = CommandLineRun.of(small(command, data));
            if (run.exitCode() != ExitCode.DONE) {
                failed.add(command + ": " + run.exitCode() + " " + run.errors());
            }
        }
        assertEquals(List.of(), failed);
        assertTrue(typed.size() > 20, typed::toString);
    }

    private List<String> small(String command, Path data) {
        String[] typed = words(command);
        List<String> words = new ArrayList<>(List.of(typed[0]));
        Arrays.stream(typed)
                .skip(1)
                .map(word -> word.matches("runs(/.*)?") ? folder.resolve(word).toString() : word)
                .forEach(words::add);
        if (words.getFirst().equals("run")) {
            words.removeIf(word -> word.startsWith("training.epochs=") || word.startsWith("data.source.trainCount="));
            return Stream.of(withoutLoneSets(words), FEW_IMAGES, List.of("--data-dir", data.toString()))
                    .flatMap(List::stream)
                    .toList();
        }
        return words;
    }

    /** As a shell takes a line apart: what stands in quotes is one. */
    private static String[] words(String command) {
        return Pattern.compile("\"[^\"]*\"|\\S+")
                .matcher(command)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);
    }

    private static List<String> withoutLoneSets(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean lone = words.get(i).equals("--set")
                    && (i + 1 == words.size() || words.get(i + 1).equals("--set"));
            if (!lone) {
                kept.add(words.get(i));
            }
        }
        return kept;
    }

    @Test
    void everyCommandOfReadmeAndGuideIsUnderstood() {
        commands()
                .forEach(command -> LaminaCommand.commandLine(Language.ENGLISH).parseArgs(words(command)));
    }

    @Test
    void everyCommandThatIsNamedInASentenceExists() {
        Set<String> known =
                LaminaCommand.commandLine(Language.ENGLISH).getSubcommands().keySet();
        List<String> unknown = MarkdownPage.inReadingOrder().stream()
                .flatMap(page -> page.codeWords().stream())
                .filter(code -> code.startsWith("lamina "))
                .map(code -> code.split("\\s+")[1])
                .filter(word -> word.matches("[a-z-]+") && !word.startsWith("--") && !known.contains(word))
                .toList();
        assertEquals(List.of(), unknown);
    }
}
