package dev.lamina.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornadoSdkTest {
    @TempDir
    private Path folder;

    private static void assertRefused(String value, String... parts) {
        String message = assertThrows(BadInputException.class, () -> TornadoSdk.of(value))
                .getMessage();
        assertTrue(message.startsWith("backend tornado: TORNADOVM_HOME"), message);
        assertEquals(1, message.lines().count(), message);
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void aVariableThatIsNotSetIsAnsweredByHowToGetTornado() {
        assertRefused(null, "is not set", "sdk install tornadovm");
        assertRefused(" ", "is not set", "sdk install tornadovm");
    }

    @Test
    void whatIsNoSdkIsRefusedNamingWhatIsMissing() throws Exception {
        assertRefused(folder.resolve("gone").toString(), "gone: no such folder", "sdk install");
        assertRefused(folder.toString(), "is no TornadoVM", "tornado-api-");
        Path home = FakeSdk.in(folder);
        Files.delete(home.resolve("tornado-argfile"));
        assertRefused(home.toString(), "no tornado-argfile");
    }

    @Test
    void anSdkForAnotherJavaIsRefused() throws Exception {
        int other = Runtime.version().feature() - 1;
        assertRefused(FakeSdk.in(folder, other).toString(), "is for JDK " + other, "install the release");
    }

    @Test
    void anSdkHasModulesAndAFileOfOptions() throws Exception {
        Path home = FakeSdk.in(folder);
        TornadoSdk sdk = TornadoSdk.of(home.toString());
        assertEquals(home.resolve("share/java/tornado"), sdk.modules());
        assertEquals(home.resolve("tornado-argfile"), sdk.argumentFile());
    }

    @Test
    void theFileOfOptionsIsWrittenFromANewerTemplate() throws Exception {
        Path home = FakeSdk.in(folder);
        Path template = home.resolve("tornado-argfile.template");
        Files.write(template, List.of("# ${TORNADOVM_HOME}", "-Djava.library.path=${TORNADOVM_HOME}/lib"));
        TornadoSdk sdk = TornadoSdk.of(home.toString());
        Files.setLastModifiedTime(template, FileTime.fromMillis(1000));
        assertEquals(List.of("-XX:+UseParallelGC"), Files.readAllLines(sdk.argumentFile()));
        Files.setLastModifiedTime(home.resolve("tornado-argfile"), FileTime.fromMillis(500));
        List<String> expected = List.of("# " + home, "-Djava.library.path=" + home + "/lib");
        assertEquals(expected, Files.readAllLines(sdk.argumentFile()));
        Files.delete(home.resolve("tornado-argfile"));
        assertEquals(expected, Files.readAllLines(sdk.argumentFile()));
    }

    @Test
    void modulePathsGetTheSystemsSeparatorAndExportsKeepTheirColons() {
        List<String> template = List.of(
                "--module-path .:${TORNADOVM_HOME}/share/java/tornado",
                "--upgrade-module-path ${TORNADOVM_HOME}/share/java/graalJars",
                "--add-exports a/b:c=d");
        assertEquals(
                List.of(
                        "--module-path .;C:\\sdk/share/java/tornado",
                        "--upgrade-module-path C:\\sdk/share/java/graalJars",
                        "--add-exports a/b:c=d"),
                TornadoSdk.expanded(template, "C:\\sdk", ";"));
    }
}
