package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is handed in: one line with place and remedy, exit code 2, and nothing on disk has changed. */
class BadInputTest {
    @TempDir
    Path folder;

    static Stream<BadInput> inputs() {
        return Stream.of(
                        BadSyntax.inputs(),
                        BadCommandLines.inputs(),
                        BadConfigs.inputs(),
                        BadGraphs.inputs(),
                        BadData.inputs(),
                        BadRunFolders.inputs())
                .flatMap(inputs -> inputs);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isAnsweredByOneLineWithPlaceAndRemedy(BadInput input) throws Exception {
        List<String> arguments = input.arguments().in(folder);
        Map<String, String> before = contents();
        CommandLineRun answer = CommandLineRun.of(arguments);
        String errors = String.join("\n", answer.errors());
        assertEquals(ExitCode.BAD_INPUT, answer.exitCode(), errors);
        assertEquals(1, answer.errors().size(), errors);
        assertTrue(errors.startsWith("lamina: "), errors);
        assertTrue(errors.length() < 2100, errors);
        input.parts().forEach(part -> assertTrue(errors.contains(part), "'" + part + "' is not in: " + errors));
        assertEquals(List.of(), answer.output());
        assertEquals(before, contents());
    }

    /** Every file below the folder with the hash of its content, and every folder. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                contents.put(
                        folder.relativize(path).toString(),
                        Files.isRegularFile(path) ? Sha256.of(Files.readAllBytes(path)) : "folder");
            }
        }
        return contents;
    }
}
