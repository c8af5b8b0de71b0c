package dev.lamina.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.backend.BackendName;
import dev.lamina.backend.BackendProvider;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendJvmTest {
    private static final String HOME = "lamina.tornado.home";

    @TempDir
    private Path folder;

    @BeforeEach
    @AfterEach
    void forget() {
        System.clearProperty(HOME);
    }

    @Test
    void theCpuComputesInThisProcessAndItsChildHasThisClassPath() {
        assertFalse(BackendJvm.isNeededFor(BackendName.of("cpu")));
        List<String> command = BackendJvm.of(BackendName.of("cpu")).command(List.of("run", "x.json"));
        int classPath = command.indexOf("-cp");
        assertEquals(System.getProperty("java.class.path"), command.get(classPath + 1));
        assertEquals(List.of("dev.lamina.Lamina", "run", "x.json"), command.subList(classPath + 2, command.size()));
        assertTrue(command.contains(VectorModule.OPTION), command.toString());
    }

    @Test
    void aBuildWithoutTheBackendSaysSoWhereThereIsAnSdk() throws Exception {
        assumeTrue(
                BackendProvider.all().stream()
                        .noneMatch(provider -> provider.id().equals(BackendJvm.TORNADO)),
                "this build has the backend");
        Path home = FakeSdk.in(folder);
        System.setProperty(HOME, home.toString());
        BackendName tornado = BackendName.of("tornado:1");
        assertTrue(BackendJvm.isNeededFor(tornado));
        String message = assertThrows(BadInputException.class, () -> BackendJvm.of(tornado))
                .getMessage();
        assertEquals(
                "backend tornado: this build of Lamina is without it; build it again with TORNADOVM_HOME=" + home
                        + " set, which adds it (mvn package)",
                message);
    }

    @Test
    void withoutAnSdkTheListingSaysHowToGetOne() {
        System.setProperty(HOME, "");
        assumeTrue(System.getProperty("tornado.load.runtime.implementation") == null, "this process runs TornadoVM");
        String message = assertThrows(BadInputException.class, () -> BackendJvm.devices(BackendJvm.TORNADO))
                .getMessage();
        assertTrue(message.contains("TORNADOVM_HOME is not set; install TornadoVM"), message);
    }
}
