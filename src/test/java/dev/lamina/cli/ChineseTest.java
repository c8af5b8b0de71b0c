package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.message.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line in Chinese: no line has an English sentence. */
class ChineseTest {
    private static final Path SHARED = Path.of("../shared/cases/array-type.json");

    /** Refused by packages whose sentences are not in the bundles yet. */
    private static final Set<String> NOT_YET = Stream.concat(
                    Stream.of(BadConfigs.inputs(), BadGraphs.inputs(), BadData.inputs(), BadRunFolders.inputs())
                            .flatMap(inputs -> inputs)
                            .map(BadInput::name),
                    Stream.of(
                            "a shared case",
                            "unknown data set",
                            "a name that begins like a list of arguments",
                            "a mirror that is no address",
                            "wnll on unknown data",
                            "wnll with more template than there is",
                            "wnll with too small a template",
                            "unknown network of bench",
                            "unknown mode of bench",
                            "fewer than no process beside",
                            "unknown pretense",
                            "a reproduction where something else is",
                            "threads below zero",
                            "unknown backend",
                            "a device in words",
                            "a second cpu",
                            "bf16 on the reference",
                            "check in TF32 without tensor cores",
                            "describe in TF32 without tensor cores",
                            "run in TF32 without tensor cores",
                            "--set with no value",
                            "--set with no key",
                            "--set with an empty key",
                            "--set with an empty value",
                            "--set with a key below a value",
                            "two seeds",
                            "--set with a wrong entry",
                            "--set with a slip of the pen",
                            "an endless name",
                            "an endless network",
                            "an endless backend",
                            "an endless key",
                            "an endless value",
                            "an endless override",
                            "a run folder that exists",
                            "a file where a folder is wanted",
                            "an empty name for the folder",
                            "data that goes where a file is"))
            .collect(Collectors.toSet());

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
        assumeFalse(NOT_YET.contains(input.name()), "its package has no bundle yet");
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
            // What checkpoints and readings are called is not in the bundles yet.
            List<String> lines = said.output().stream()
                    .filter(line -> !line.startsWith("best checkpoint") && !line.startsWith("confusion matrix"))
                    .toList();
            assertEquals(List.of(), EnglishWords.in(lines), command::toString);
        }
        // Its table has names of layers and algorithms.
        List<String> described =
                CommandLineRun.of(List.of("describe", config), Language.CHINESE).output();
        assertEquals(List.of(), EnglishWords.in(described.subList(described.indexOf(""), described.size())));
        assertTrue(described.getLast().startsWith("以 16 张为一批训练需要内存"), described::toString);
    }
}
