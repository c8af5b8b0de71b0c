package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
    @TempDir
    Path folder;

    @Test
    void aQuestionIsAnsweredByTheVirtualMachineThatIsThere() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        List<String> java = LaminaProcess.java();
        Process process = new ProcessBuilder(Stream.of(
                                java.subList(0, 1),
                                List.of("-Xlog:class+load:file=" + loaded),
                                java.subList(1, java.size()),
                                List.of("run", "--help"))
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(ExitCode.DONE, process.waitFor(), said);
        assertTrue(said.startsWith("Usage: lamina run"), said);
        String classes = Files.readString(loaded);
        assertTrue(classes.contains(" dev.lamina.cli.RunCommand "), "the log names the classes");
        assertFalse(classes.contains(" dev.lamina.launch.ProcessImage "), "started again");
        assertFalse(classes.contains(" java.lang.management."), "asked for its options");
    }
}
