package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.testing.JavaRemark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real processes, started without the options that training needs, as by {@code java -jar}. {@code
 * -Dlamina.campaign.signals=N} lets the campaign send each signal in each way N times.
 */
class StoppedProcessTest {
    private static final String STOPPED = "stopped; lamina resume ";
    private static final int SIGNALS = Integer.getInteger("lamina.campaign.signals", 2);
    private static final int MOST_MILLIS = 500;

    @TempDir
    private Path folder;

    private int round;

    @BeforeEach
    void requireSignals() {
        assumeTrue(LaminaProcess.isTestable(), "setsid and /proc are Linux's");
    }

    @ParameterizedTest
    @CsvSource({"TERM,group,2", "INT,one,2", "HUP,group,1"})
    void aSignalStopsARunWithACheckpoint(String signal, String whom, int times) throws Exception {
        assertStopsWithACheckpoint(signal, whom, times, 0);
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({
        "TERM,one,1",
        "TERM,one,2",
        "TERM,group,1",
        "INT,one,1",
        "INT,group,1",
        "INT,group,2",
        "HUP,one,1",
        "HUP,one,2",
        "HUP,group,2",
        "USR1,group,2"
    })
    void soDoesEveryOther(String signal, String whom, int times) throws Exception {
        assertStopsWithACheckpoint(signal, whom, times, 0);
    }

    @ParameterizedTest
    @Tag("campaign")
    @CsvSource({
        "TERM,one,1", "TERM,one,2", "TERM,group,1", "TERM,group,2",
        "INT,one,1", "INT,one,2", "INT,group,1", "INT,group,2",
        "HUP,one,1", "HUP,one,2", "HUP,group,1", "HUP,group,2",
        "USR1,one,1", "USR1,one,2", "USR1,group,1", "USR1,group,2"
    })
    void soDoesEachAtRandomMoments(String signal, String whom, int times) throws Exception {
        Random random = new Random(Long.getLong("lamina.campaign.seed", 1));
        for (round = 1; round <= SIGNALS; round++) {
            assertStopsWithACheckpoint(signal, whom, times, random.nextInt(MOST_MILLIS));
        }
        System.out.println("signals: " + SIGNALS + " of " + signal + ", to " + whom + ", " + times
                + " at once: each with a checkpoint");
    }

    private void assertStopsWithACheckpoint(String signal, String whom, int times, int afterMillis) throws Exception {
        try (LaminaProcess run = new LaminaProcess(LaminaProcess.plain(run()))) {
            run.awaitEpoch();
            Thread.sleep(afterMillis);
            assertEquals(0, run.process().descendants().count(), "no child that a signal could miss");
            for (int i = 0; i < times; i++) {
                if (whom.equals("group")) {
                    run.signalGroup(signal);
                } else {
                    run.signal(signal);
                }
            }
            assertEquals(ExitCode.STOPPED, run.end(), () -> run.all().toString());
            assertEquals(STOPPED + out() + " goes on from here", run.all().getLast());
            String first = run.all().stream()
                    .filter(line -> !JavaRemark.isOne(line))
                    .findFirst()
                    .orElse("");
            assertTrue(first.startsWith("endless: "), () -> "nothing is said before: " + run.all());
        }
        assertStopped();
    }

    /** Its record says so, and its last checkpoint is of the record's step. */
    private void assertStopped() {
        RunFolder run = new RunFolder(out());
        assertEquals(RunState.STOPPED, new StoredRun(run).record().state());
        assertEquals(
                new StoredRun(run).record().step(),
                new StoredRun(run).checkpoints().getLast().step());
    }

    @Test
    void theWarningOfASchedulerStopsARunWithACheckpointAndSaysWhy() throws Exception {
        try (LaminaProcess run = new LaminaProcess(LaminaProcess.plain(run()))) {
            run.awaitEpoch();
            run.signal("USR1");
            assertEquals(ExitCode.STOPPED, run.end());
            assertTrue(
                    run.all().contains("time limit reached, stopping"),
                    () -> run.all().toString());
        }
        assertStopped();
    }

    @Test
    void aTimeLimitStopsARunWithACheckpointAndSaysWhy() throws Exception {
        try (LaminaProcess run = new LaminaProcess(LaminaProcess.plain(run("--time-limit", "2s")))) {
            assertEquals(ExitCode.STOPPED, run.end());
            assertTrue(
                    run.all().contains("time limit reached, stopping"),
                    () -> run.all().toString());
        }
        assertStopped();
    }

    @Test
    @Tag("slow")
    void aSignalThatARunWasToldToIgnoreIsIgnored() throws Exception {
        ProcessBuilder builder = LaminaProcess.plain(run());
        builder.command().set(2, "--ignore-signal=HUP");
        try (LaminaProcess run = new LaminaProcess(builder)) {
            run.awaitEpoch();
            run.signalGroup("HUP");
            run.awaitEpoch();
            assertFalse(run.process().waitFor(1, TimeUnit.SECONDS), "nohup is respected");
            run.signal("TERM");
            assertEquals(ExitCode.STOPPED, run.end());
        }
    }

    /** As on Windows, which cannot replace a process's program. */
    @Test
    void aChildEndsWithACheckpointWhenItsLauncherIsKilled() throws Exception {
        try (LaminaProcess launcher = new LaminaProcess(attached())) {
            launcher.awaitEpoch();
            ProcessHandle child = launcher.process().children().findFirst().orElseThrow();
            launcher.signal("KILL");
            child.onExit().get(30, TimeUnit.SECONDS);
        }
        assertStopped();
    }

    @Test
    void aSignalToTheLauncherAloneStopsItsChild() throws Exception {
        try (LaminaProcess launcher = new LaminaProcess(attached())) {
            launcher.awaitEpoch();
            launcher.signal("TERM");
            assertEquals(ExitCode.STOPPED, launcher.end());
        }
        assertStopped();
    }

    @Test
    void aLauncherSaysThatItsChildWasKilledAndHowToGoOn() throws Exception {
        try (LaminaProcess launcher = new LaminaProcess(attached())) {
            launcher.awaitEpoch();
            launcher.process().children().forEach(ProcessHandle::destroyForcibly);
            assertEquals(137, launcher.end());
            String last = launcher.all().getLast();
            assertTrue(last.contains("was killed (signal 9, perhaps for memory); lamina resume RUN goes on"), last);
        }
    }

    @Test
    void aPathWithLettersOfAnyKindSurvivesTheLocaleC() throws Exception {
        assumeTrue(
                System.getProperty("sun.jnu.encoding").equals("UTF-8"), "this test's own words must be bytes of UTF-8");
        Path named = folder.resolve("画-bücher");
        ProcessBuilder builder = LaminaProcess.plain(List.of(
                "run", LaminaProcess.writeEndless(folder).toString(), "--out", named.toString(), "--time-limit", "1s"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dsome=option");
        try (LaminaProcess run = new LaminaProcess(builder)) {
            assertEquals(ExitCode.STOPPED, run.end(), () -> run.all().toString());
            assertTrue(Files.exists(named.resolve("run.json")), () -> run.all().toString());
            assertEquals(STOPPED + named + " goes on from here", run.all().getLast());
            assertEquals(
                    1,
                    run.all().stream()
                            .filter(line -> line.startsWith("NOTE: Picked up"))
                            .count());
        }
    }

    private ProcessBuilder attached() throws Exception {
        List<String> command = new ArrayList<>(LaminaProcess.plain(run()).command());
        command.set(command.indexOf("dev.lamina.Lamina"), AttachedMain.class.getName());
        return new ProcessBuilder(command);
    }

    private Path out() {
        return folder.resolve("run-" + round);
    }

    private List<String> run(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("run", LaminaProcess.writeEndless(folder).toString(), "--out", out().toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }
}
