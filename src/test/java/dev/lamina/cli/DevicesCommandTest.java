package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DevicesCommandTest {
    @Test
    void cpuAndReferenceAreThereAndAMissingTornadoSaysHowToGetIt() {
        System.setProperty("lamina.tornado.home", "");
        try {
            CommandLineRun run = CommandLineRun.of("devices");
            assertEquals(ExitCode.DONE, run.exitCode());
            assertEquals(List.of(), run.errors());
            String all = String.join("\n", run.output());
            assertTrue(run.output().getFirst().startsWith("--backend"), all);
            assertTrue(
                    run.output().get(2).startsWith("cpu ")
                            && run.output().get(2).contains("oneDNN"),
                    all);
            assertTrue(run.output().get(3).startsWith("reference "), all);
            assertTrue(all.contains("backend tornado: TORNADOVM_HOME is not set; install TornadoVM"), all);
        } finally {
            System.clearProperty("lamina.tornado.home");
        }
    }

    @Test
    void anUnknownBackendHasNoDevices() {
        assertEquals(
                ExitCode.BAD_INPUT,
                CommandLineRun.of("devices", "--of", "abacus").exitCode());
    }
}
