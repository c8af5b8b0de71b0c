package dev.lamina.figure.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that read figures and are not everywhere; a test that needs one is skipped without it and says so. */
final class ForeignProgram {
    private ForeignProgram() {}

    static void require(String name, String debianPackage) {
        boolean there = List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(there, name + " is not installed (Debian: " + debianPackage + ")");
    }

    /** What it says, once it has ended well. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), String.join(" ", command));
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        Files.delete(output);
        assertEquals(0, process.exitValue(), said);
        return said;
    }
}
