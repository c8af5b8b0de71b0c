package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingEvent;
import dev.lamina.launch.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that obey lines on their standard input. */
class SteeredProcessTest {
    private static final Path CLIENT = Path.of("src/docs/client.py");

    @TempDir
    private Path folder;

    /** Also when lines that are no commands came before, and while it is paused. */
    @Test
    void badLinesAreRefusedByEventsAndTheEndOfTheInputStops() throws Exception {
        List<String> command = ChildJvm.here()
                .command(List.of(
                        "run",
                        LaminaProcess.writeEndless(folder).toString(),
                        "--out",
                        folder.resolve("run").toString(),
                        "--events",
                        "-",
                        "--commands",
                        "-"));
        try (LaminaProcess run = new LaminaProcess(new ProcessBuilder(command))) {
            run.write("null\n{\"type\":\"do-step\"}\n");
            assertEquals(
                    "null", ((TrainingEvent.CommandRefused) await(run, TrainingEvent.CommandRefused.class)).line());
            assertEquals(
                    TrainingEvent.PROTOCOL,
                    ((TrainingEvent.RunStarted) await(run, TrainingEvent.RunStarted.class)).protocol());
            assertEquals(new TrainingEvent.RunPaused(1), await(run, TrainingEvent.RunPaused.class));
            run.write("null\n[1]\n{\"type\":\"set-momentum\",\"momentum\":\"high\",\"id\":\"m1\"}\n");
            await(run, TrainingEvent.CommandRefused.class);
            await(run, TrainingEvent.CommandRefused.class);
            assertEquals("m1", ((TrainingEvent.CommandRefused) await(run, TrainingEvent.CommandRefused.class)).id());
            run.process().getOutputStream().close();
            assertEquals(1, ((TrainingEvent.RunStopped) await(run, TrainingEvent.RunStopped.class)).step());
            assertEquals(ExitCode.STOPPED, run.end());
        }
    }

    private static TrainingEvent await(LaminaProcess run, Class<? extends TrainingEvent> type) throws Exception {
        return JsonLines.event(run.await(line -> line.startsWith("{") && type.isInstance(JsonLines.event(line))));
    }

    @Test
    void theClientInPythonSteersARun() throws Exception {
        assumeTrue(hasPython(), "there is no python3");
        assertTrue(Files.readAllLines(CLIENT).size() < 100, "a client is short");
        Path out = folder.resolve("run");
        List<String> command = new ArrayList<>(List.of(
                "python3", CLIENT.toString(), LaminaProcess.writeEndless(folder).toString(), out.toString()));
        command.addAll(ChildJvm.here().command(List.of()));
        try (LaminaProcess client = new LaminaProcess(new ProcessBuilder(command))) {
            assertEquals(ExitCode.STOPPED, client.end(), () -> client.all().toString());
            List<String> lines = client.all();
            assertTrue(lines.contains("paused after step 1"), lines.toString());
            assertTrue(lines.contains("weightDecay is 0.001"), lines.toString());
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.startsWith("command 3 was refused: there is no type 'explode'")),
                    lines.toString());
            assertTrue(lines.getLast().startsWith("stopped after step "), lines.toString());
            assertTrue(lines.getLast().endsWith("; lamina resume " + out + " goes on"), lines.toString());
        }
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
