package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.Lamina;
import dev.lamina.testing.JavaRemark;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real process under the locale C, which knows the letters of ASCII alone. */
@EnabledOnOs(OS.LINUX)
class LocaleTest {
    @TempDir
    Path folder;

    @Test
    void lettersThatThePlainLocaleLosesArriveAllTheSame() throws Exception {
        // The shell makes the bytes of "Größe", whatever the locale of this process.
        Process process = start("check \"$(printf 'Gr\\303\\266\\303\\237e')\".json");
        assertEquals(
                List.of("lamina: Größe.json: no such file; sample-configs/ holds examples"),
                said(process).lines().toList());
        assertEquals(ExitCode.BAD_INPUT, process.waitFor());
    }

    @Test
    void aPathInAConfigurationIsNamedWithItsLetters() throws Exception {
        SmallConfig.write(
                folder,
                "{\"type\": \"moons\", \"trainCount\": 60, \"testCount\": 20}",
                "{\"type\": \"image-folder\", \"path\": \"Größe\", \"testFraction\": 0.5}");
        Process process = start("run moons.json --out out");
        String said = said(process);
        assertEquals(ExitCode.BAD_INPUT, process.waitFor(), said);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("Größe"), said);
        assertTrue(!Files.exists(folder.resolve("out")), said);
    }

    @Test
    void helpHasItsLettersToo() throws Exception {
        Process process = start("data list --help", "LAMINA_LANG=zh_CN.UTF-8");
        String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(help.startsWith("用法：lamina data list"), help);
        assertEquals(ExitCode.DONE, process.waitFor(), help);
    }

    @Test
    void aLanguageThatIsNoneOfOursIsRefused() throws Exception {
        Process process = start("runs", "LAMINA_LANG=tlh");
        assertEquals(
                List.of("lamina: LAMINA_LANG=tlh: no language that Lamina speaks; set it to en or zh"),
                said(process).lines().toList());
        assertEquals(ExitCode.BAD_INPUT, process.waitFor());
    }

    private Process start(String arguments, String... variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "-c", "exec \"$JAVA\" --enable-native-access=ALL-UNNAMED dev.lamina.Lamina " + arguments)
                .directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("LAMINA_LANG");
        for (String variable : variables) {
            builder.environment().put(variable.split("=")[0], variable.split("=")[1]);
        }
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment()
                .put(
                        "CLASSPATH",
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                                .collect(Collectors.joining(File.pathSeparator)));
        assertEquals("dev.lamina.Lamina", Lamina.class.getName());
        return builder.start();
    }

    private static String said(Process process) throws Exception {
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().filter(line -> !JavaRemark.isOne(line)).reduce("", (a, b) -> a + b + "\n");
    }
}
