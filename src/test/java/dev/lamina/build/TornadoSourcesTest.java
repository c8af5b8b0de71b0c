package dev.lamina.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The GPU backend compiles in every build, against signatures of TornadoVM's API: what a new operation, or a change of an
 * interface, asks of it is seen without an SDK.
 */
class TornadoSourcesTest {
    private static final Path SIGNATURES = Path.of("src/tornado/signatures");

    @TempDir
    private Path out;

    @Test
    void theBackendAndItsTestsCompileAgainstTheSignatures() throws IOException {
        Path signatures = Files.createDirectory(out.resolve("signatures"));
        Path backend = Files.createDirectory(out.resolve("backend"));
        String classPath = System.getProperty("java.class.path");
        assertEquals("", compiled(sources(SIGNATURES), signatures, ""));
        String withSignatures = signatures + System.getProperty("path.separator") + classPath;
        assertEquals("", compiled(sources(Path.of("src/tornado/java")), backend, withSignatures));
        assertTrue(Files.exists(backend.resolve("dev/lamina/backend/tornado/TornadoBackend.class")));
        String withBackend = backend + System.getProperty("path.separator") + withSignatures;
        assertEquals(
                "",
                compiled(
                        sources(Path.of("src/tornado/test/java")),
                        Files.createDirectory(out.resolve("tests")),
                        withBackend));
    }

    /** A switch over operations that names one it does not know, or misses one, does not compile. */
    @Test
    void whatTheBackendLacksIsSeen() throws IOException {
        Path source = Files.writeString(out.resolve("Incomplete.java"), """
                class Incomplete {
                    int of(dev.lamina.program.Operation operation) {
                        return switch (operation) {
                            case dev.lamina.program.LinearOperation _ -> 1;
                        };
                    }
                }
                """);
        String said = compiled(List.of(source), out, System.getProperty("java.class.path"));
        assertTrue(said.contains("does not cover all possible input values"), said);
    }

    @Test
    void theSignaturesAreNotShipped() throws IOException {
        assertFalse(Files.exists(Path.of("target/classes/uk")));
        try (Stream<Path> files = Files.walk(SIGNATURES)) {
            assertTrue(files.filter(Files::isRegularFile)
                    .allMatch(file -> file.startsWith(SIGNATURES.resolve("uk/ac/manchester/tornado/api"))));
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** What the compiler says, empty if all is well. */
    private static String compiled(List<Path> sources, Path to, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", to.toString()));
        if (!classPath.isEmpty()) {
            options.addAll(List.of("-classpath", classPath));
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean fine = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return fine ? "" : said.toString();
        }
    }
}
