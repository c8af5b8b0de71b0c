package dev.lamina.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    private static final int TIMES = 300;

    @TempDir
    private Path folder;

    private Process holder(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A lock whose file is removed after it is given back lets two in now and then, and numbers are lost. */
    @Test
    void noTwoProcessesEverHoldIt() throws Exception {
        Files.writeString(folder.resolve("number"), "0");
        List<Process> holders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            holders.add(holder(String.valueOf(TIMES)));
        }
        for (Process holder : holders) {
            String said = new String(holder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, holder.waitFor(), said);
        }
        assertEquals(String.valueOf(3 * TIMES), Files.readString(folder.resolve("number")));
        assertFalse(Files.exists(new RunFolder(folder).lock()));
    }

    @Test
    void whoComesTooLateIsToldTheProcessAndTheLockFallsWithIt() throws Exception {
        Process holder = holder("0", "hold");
        try (BufferedReader said = holder.inputReader()) {
            assertEquals("ready", said.readLine());
            assertEquals("held", said.readLine());
            String message = assertThrows(BadInputException.class, () -> RunLock.of(new RunFolder(folder)))
                    .getMessage();
            assertEquals(
                    folder + ": process " + holder.pid()
                            + " is working on this run; wait for it, or stop it with 'kill " + holder.pid() + "'",
                    message);
            holder.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(new RunFolder(folder).lock()), "what a killed holder leaves");
        RunLock.of(new RunFolder(folder)).close();
        assertFalse(Files.exists(new RunFolder(folder).lock()));
    }

    /** Where POSIX rules, a second channel on the file would take the lock with it as it closes. */
    @Test
    void aSecondTryInTheSameProcessIsRefusedAndTheLockStays() throws Exception {
        Files.writeString(folder.resolve("number"), "0");
        try (RunLock _ = RunLock.of(new RunFolder(folder))) {
            String message = assertThrows(BadInputException.class, () -> RunLock.of(new RunFolder(folder)))
                    .getMessage();
            assertTrue(message.contains("this program is working on this run already"), message);
            Process holder = holder("1");
            try (BufferedReader said = holder.inputReader()) {
                assertEquals("ready", said.readLine());
                Thread.sleep(200);
                assertTrue(holder.isAlive(), "it waits");
                assertEquals("0", Files.readString(folder.resolve("number")));
            }
            holder.destroyForcibly().waitFor();
        }
    }
}
