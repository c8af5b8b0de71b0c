package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchArgumentsTest {
    @TempDir
    private Path folder;

    @Test
    void wordsAreQuotedWhereAShellNeedsIt() {
        assertEquals(
                """
                java \\
                    @/opt/tornado-argfile \\
                    -Dx=1 \\
                    '' \\
                    'a b' \\
                    'it'\\''s' \\
                    '$HOME'""",
                LaunchArguments.shellLines(
                        List.of("java", "@/opt/tornado-argfile", "-Dx=1", "", "a b", "it's", "$HOME")));
    }

    @Test
    void theCommandIsShownAndNothingIsTrained() throws Exception {
        Path config = SmallConfig.write(folder);
        Path out = folder.resolve("run");
        CommandLineRun run =
                CommandLineRun.of("run", config.toString(), "--show-command", "--out", out.toString(), "--seed", "3");
        assertEquals(ExitCode.DONE, run.exitCode(), run.errors().toString());
        List<String> words = run.output().stream()
                .map(line -> line.replaceFirst(" \\\\$", "").strip())
                .toList();
        int main = words.indexOf("dev.lamina.Lamina");
        assertEquals(
                List.of("run", config.toString(), "--out", out.toString(), "--seed", "3"),
                words.subList(main + 1, words.size()));
        assertTrue(words.getFirst().endsWith("java"), words.getFirst());
        assertFalse(Files.exists(out));
    }
}
