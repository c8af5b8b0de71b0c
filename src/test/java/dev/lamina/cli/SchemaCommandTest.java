package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {
    @Test
    void printsThePublishedSchema() throws IOException {
        CommandLineRun schema = CommandLineRun.of("schema");
        assertEquals(ExitCode.DONE, schema.exitCode());
        assertEquals(List.of(), schema.errors());
        assertEquals(Files.readAllLines(Path.of("sample-configs", "experiment.schema.json")), schema.output());
    }

    @Test
    void helpNamesIt() {
        assertTrue(CommandLineRun.of("--help").output().stream()
                .anyMatch(line -> line.strip().startsWith("schema ")));
    }
}
