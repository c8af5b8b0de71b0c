package dev.lamina.experiment.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.launch.ChildJvm;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerRunTest {
    private static final DataLocation WHERE = DataLocation.standard(null);
    private static final Runs PATIENT = new Runs(WHERE, RunPlace.OWN_PROCESS, 120);

    @TempDir
    private Path folder;

    private final List<TrainingEvent> events = new CopyOnWriteArrayList<>();
    private final BlockingQueue<TrainingEvent> fresh = new LinkedBlockingQueue<>();
    private final CommandQueue commands = new CommandQueue();

    private static ExperimentConfig config(int epochs) {
        return RecordFiles.parse("""
                {"name": "small", "data": {"source": {"type": "spirals", "trainCount": 256, "testCount": 64}},
                 "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
                 "training": {"epochs": %d, "batchSize": 32, "learningRate": 0.05},
                 "probes": {"gbr": {"images": 4}}, "backend": {"name": "reference", "threads": 1}}""".formatted(epochs), "test", ExperimentConfig.class, List.of());
    }

    /** Stepped, changed, paused, stopped in time and resumed, a run in a process of its own is the one on a thread. */
    @Test
    void aRunInAProcessIsSteeredAsOneOnAThreadAndGivesTheSameNumbers() throws Exception {
        Path path = folder.resolve("worker");
        commands.submit(new TrainingCommand.DoStep());
        RunHandle run = PATIENT.start(config(3), path, this::hear, commands);
        await(event -> event instanceof TrainingEvent.StepCompleted step && step.step() == 1);
        Thread.sleep(300);
        assertEquals(1, steps(), "a run that begins with one step waits after it");
        commands.submit(new TrainingCommand.SetWeightDecay(0.001));
        commands.submit(new TrainingCommand.DoEpoch());
        await(TrainingEvent.EpochCompleted.class::isInstance);
        await(TrainingEvent.RunPaused.class::isInstance);
        assertEquals(8, steps());
        long start = System.nanoTime();
        run.stop();
        assertEquals(RunState.STOPPED, run.await().state());
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2), "stopped within 2 s");
        assertTrue(run.ended());
        CommandQueue again = new CommandQueue();
        again.submit(new TrainingCommand.Resume());
        RunResult result = PATIENT.resume(path, this::hear, again).await();
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(3, result.last().epoch());
        assertEquals(24, steps());

        CommandQueue here = new CommandQueue();
        here.submit(new TrainingCommand.DoStep());
        here.submit(new TrainingCommand.SetWeightDecay(0.001));
        here.submit(new TrainingCommand.Resume());
        Path threadPath = folder.resolve("thread");
        Experiment.start(config(3), threadPath, WHERE, _ -> {}, here).await();
        var expected = StoredRun.in(threadPath).metrics();
        var actual = StoredRun.in(path).metrics();
        for (int epoch = 0; epoch < 3; epoch++) {
            assertEquals(
                    expected.get(epoch).byLayer(Tags.UPDATE_RATIO),
                    actual.get(epoch).byLayer(Tags.UPDATE_RATIO));
        }
    }

    @Test
    void aWorkerThatIsKilledLeavesAFailedRunThatCanBeResumedFromItsLastCheckpoint() throws Exception {
        Path path = folder.resolve("killed");
        commands.submit(new TrainingCommand.Resume());
        RunHandle run = PATIENT.start(config(4000), path, this::hear, commands);
        await(TrainingEvent.CheckpointWritten.class::isInstance);
        await(TrainingEvent.StepCompleted.class::isInstance);
        assertTrue(worker().destroyForcibly());
        RunResult result = run.await();
        assertEquals(RunState.FAILED, result.state());
        assertTrue(
                result.message()
                        .toString()
                        .startsWith("the training process was killed (signal 9, perhaps for memory)"),
                result.message().toString());
        assertTrue(
                result.message().toString().endsWith("; lamina resume " + path + " goes on from the last checkpoint"),
                result.message().toString());
        assertEquals(1, result.message().toString().lines().count());
        assertEquals(new TrainingEvent.RunFailed(result.message()), events.getLast());
        assertEquals(RunState.FAILED, StoredRun.in(path).record().state());
        assertEquals(result.message(), StoredRun.in(path).record().message());
        long kept = StoredRun.in(path).checkpoints().getLast().step();
        CommandQueue again = new CommandQueue();
        again.submit(new TrainingCommand.DoStep());
        fresh.clear();
        RunHandle resumed = PATIENT.resume(path, this::hear, again);
        var started = (TrainingEvent.RunStarted) await(TrainingEvent.RunStarted.class::isInstance);
        assertEquals(kept, started.stepsDone());
        resumed.stop();
        assertEquals(RunState.STOPPED, resumed.await().state());
    }

    /** The stopped process neither says anything nor ends. */
    @Test
    @Tag("slow")
    void aWorkerThatHangsIsEndedAndAPausedOneIsNot() throws Exception {
        Path path = folder.resolve("hung");
        commands.submit(new TrainingCommand.DoStep());
        RunHandle run = new Runs(WHERE, RunPlace.OWN_PROCESS, 20).start(config(4000), path, this::hear, commands);
        await(TrainingEvent.StepCompleted.class::isInstance);
        SilenceClock paused = new SilenceClock();
        paused.heard(new TrainingEvent.RunPaused(1));
        Thread.sleep(50);
        assertEquals(0, paused.seconds());
        commands.submit(new TrainingCommand.Resume());
        await(TrainingEvent.RunResumed.class::isInstance);
        assertEquals(
                0,
                new ProcessBuilder("kill", "-STOP", String.valueOf(worker().pid()))
                        .start()
                        .waitFor());
        RunResult result = run.await();
        assertEquals(RunState.FAILED, result.state());
        assertTrue(
                result.message().toString().contains("no sign of life for 20 s"),
                result.message().toString());
    }

    /** Nobody is left to read its events, or to stop it. */
    @Test
    void aWorkerEndsWithACheckpointWhenItsParentIsKilled() throws Exception {
        Path path = folder.resolve("orphan");
        Path file = Files.writeString(folder.resolve("orphan.json"), RecordFiles.write(config(1_000_000)));
        Process parent = new ProcessBuilder(ChildJvm.here()
                        .command(WorkerParent.class.getName(), List.of(file.toString(), path.toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals("trains", parent.inputReader().readLine());
        ProcessHandle worker = parent.children().findFirst().orElseThrow();
        parent.destroyForcibly().waitFor();
        worker.onExit().get(30, TimeUnit.SECONDS);
        RunFolder run = new RunFolder(path);
        assertEquals(RunState.STOPPED, new StoredRun(run).record().state());
        assertEquals(
                new StoredRun(run).record().step(),
                new StoredRun(run).checkpoints().getLast().step());
    }

    @Test
    void aConfigurationThatCannotBeUsedIsToldAsOnAThread() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("there")).resolve("notes"), "mine");
        commands.submit(new TrainingCommand.Resume());
        RunHandle run = PATIENT.start(config(1), folder.resolve("there"), this::hear, commands);
        String message = assertThrows(BadInputException.class, run::await).getMessage();
        assertTrue(message.contains("exists already"), message);
        assertFalse(message.startsWith("lamina:"), message);
    }

    @AfterEach
    void endWhatIsLeft() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }

    /** The only child this process has. */
    private static ProcessHandle worker() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .findFirst()
                .orElseThrow();
    }

    private void hear(TrainingEvent event) {
        events.add(event);
        fresh.add(event);
    }

    private long steps() {
        return events.stream()
                .filter(TrainingEvent.StepCompleted.class::isInstance)
                .count();
    }

    private TrainingEvent await(Predicate<TrainingEvent> condition) throws InterruptedException {
        while (true) {
            TrainingEvent event = fresh.poll(60, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no such event within a minute; heard " + events);
            }
            if (condition.test(event)) {
                return event;
            }
        }
    }
}
