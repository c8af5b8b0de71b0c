package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.message.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line in Chinese: no line has an English sentence. */
class ChineseTest {
    private static final Path SHARED = Path.of("../shared/cases/array-type.json");

    @TempDir
    Path folder;

    static Stream<List<String>> commands() {
        return HelpTextsTest.commands(LaminaCommand.commandLine(Language.ENGLISH)).stream()
                .map(command -> List.of(command.qualifiedName().split(" ")))
                .filter(words -> !words.contains("bench-worker"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsInChinese(List<String> command) {
        CommandLineRun help = CommandLineRun.of(
                Stream.concat(command.stream().skip(1), Stream.of("--help")).toList(), Language.CHINESE);
        assertEquals(ExitCode.DONE, help.exitCode());
        assertTrue(help.output().getFirst().startsWith("用法：lamina"), help.output()::getFirst);
        assertEquals(List.of(), EnglishWords.in(help.output()));
    }

    static Stream<BadInput> refusals() {
        return Stream.concat(BadInputTest.inputs(), Stream.of(BadInput.of("a shared case", _ -> {
            assumeTrue(Files.exists(SHARED), "the shared cases are not here");
            return List.of("check", SHARED.toString());
        })));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalsAreInChinese(BadInput input) throws Exception {
        CommandLineRun answer = CommandLineRun.of(input.arguments().in(folder), Language.CHINESE);
        assertEquals(ExitCode.BAD_INPUT, answer.exitCode());
        assertEquals(1, answer.errors().size());
        assertEquals(List.of(), EnglishWords.in(answer.errors()));
        assertTrue(
                answer.errors().getFirst().codePoints().anyMatch(Character::isIdeographic), answer.errors()::toString);
    }

    @Test
    void aTrainingIsToldInChinese() throws Exception {
        CommandLineRun run = CommandLineRun.of(SmallConfig.run(SmallConfig.write(folder)), Language.CHINESE);
        assertEquals(ExitCode.DONE, run.exitCode(), run.errors()::toString);
        // The first line names the device, as the backend does.
        assertEquals(
                List.of(), EnglishWords.in(run.output().subList(1, run.output().size())));
        assertEquals("已完成；图和指标在 " + folder.resolve("run"), run.output().getLast());

        CommandLineRun runs = CommandLineRun.of(List.of("runs", folder.toString()), Language.CHINESE);
        assertEquals(List.of(), EnglishWords.in(runs.output()));
        assertTrue(runs.output().getFirst().startsWith("运行  状态    开始"), runs.output()::toString);
        assertTrue(runs.output().getLast().contains("run   已完成  "), runs.output()::toString);
    }

    @Test
    void tablesAndReadingsAreInChinese() throws Exception {
        String config = SmallConfig.write(folder).toString();
        CommandLineRun.of(SmallConfig.run(Path.of(config)), Language.CHINESE);
        String run = folder.resolve("run").toString();
        for (List<String> command : List.of(
                List.of("reproduce", "list"), List.of("gbr", run), List.of("measure", run, "confusion-matrix"))) {
            CommandLineRun said = CommandLineRun.of(command, Language.CHINESE);
            assertEquals(ExitCode.DONE, said.exitCode(), said.errors()::toString);
            // A reading's name is the one on figures.
            List<String> lines = said.output().stream()
                    .filter(line -> !line.startsWith("confusion matrix"))
                    .toList();
            assertEquals(List.of(), EnglishWords.in(lines), command::toString);
        }
        // Its table has names of layers and algorithms.
        List<String> described =
                CommandLineRun.of(List.of("describe", config), Language.CHINESE).output();
        assertEquals(List.of(), EnglishWords.in(described.subList(described.indexOf(""), described.size())));
        assertTrue(described.stream().anyMatch(line -> line.startsWith("以 16 张为一批训练需要内存")), described::toString);
    }
}
