package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.probe.DataPart;
import dev.lamina.probe.Due;
import dev.lamina.probe.FeatureMaps;
import dev.lamina.probe.Filters;
import dev.lamina.probe.ProbeSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Commands to measure that come in the middle of a step, or between others. */
class MeasureCommandsTest {
    private static final TrainingPlan PLAN = SmallRun.plan();
    private static final String WEIGHT = "block/conv.weight";
    private static final Due EVERY_EPOCH = new Due(1, null, null);
    private static final Map<String, ProbeSettings> PROBES = Map.of(
            "filters", new Filters(null, EVERY_EPOCH), "maps", new FeatureMaps(null, DataPart.TEST, 0, EVERY_EPOCH));

    private final CommandQueue commands = new CommandQueue();
    private final List<TrainingEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<TrainingEvent.ReadingMeasured> answers = new LinkedBlockingQueue<>();
    private final SmallRun.Memory memory = new SmallRun.Memory();

    private void ask(String id) {
        commands.submit(new TrainingCommand.Measure(id, "filters"));
    }

    private TrainingEvent.ReadingMeasured answer(String id) {
        try {
            TrainingEvent.ReadingMeasured answer = answers.poll(20, TimeUnit.SECONDS);
            assertTrue(answer != null && id.equals(answer.id()), "no answer to " + id + " but " + answer);
            return answer;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private TrainingOutcome train(Backend backend, Backend beside, TrainingListener reaction) {
        TrainingListener listener = event -> {
            events.add(event);
            if (event instanceof TrainingEvent.ReadingMeasured reading && reading.id() != null) {
                answers.add(reading);
            }
            reaction.on(event);
        };
        try (Session session = backend.open(SessionSettings.DEFAULT);
                Trainer trainer = new Trainer(
                        PLAN,
                        session,
                        listener,
                        commands,
                        memory,
                        Optional.of(new Observing(() -> beside.open(SessionSettings.DEFAULT), PROBES::get)))) {
            return trainer.start();
        }
    }

    /** The first question waits; every later one is answered while the step that it came in goes on. */
    @Test
    void aCommandInTheMiddleOfAStepIsAnsweredBeforeTheStepEndsAndOfTheStepBeforeIt() {
        Map<Long, float[]> filters = new LinkedHashMap<>();
        HookedBackend asking = new HookedBackend((step, _) -> {
            if (step > 0) {
                ask("in step " + step);
            }
            if (step > 1) {
                var answer = answer(step == 2 ? "in step 1" : "in step " + step);
                filters.put(
                        answer.step(), ((Reading.ImageStack) answer.readings().get(Tags.FILTERS)).values());
                if (step == 2) {
                    answer = answer("in step 2");
                }
                assertEquals(step - 1, answer.step());
                assertEquals((step - 2) / 3 + 1, answer.epoch());
            }
        });
        assertInstanceOf(TrainingOutcome.Finished.class, train(asking, new ReferenceBackend(), _ -> {}));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), List.copyOf(filters.keySet()));
        for (Checkpoint saved : memory.saved) {
            float[] measured = filters.get(saved.progress().step());
            if (measured != null) {
                assertArrayEquals(saved.weights().get(WEIGHT).values(), measured);
            }
        }
        SmallRun.Result unasked = SmallRun.start(PLAN);
        assertEquals(unasked.metrics(), new SmallRun.Result(unasked.outcome(), List.copyOf(events), memory).metrics());
        SmallRun.assertSameValues(unasked.last(), memory.last().orElseThrow());
    }

    @Test
    void whoHasHeardOfAStepIsAnsweredOfThatStepOrALaterOne() {
        List<Long> heard = new ArrayList<>();
        train(new ReferenceBackend(), new ReferenceBackend(), event -> {
            if (event instanceof TrainingEvent.StepCompleted step) {
                heard.add(step.step());
                ask(String.valueOf(step.step()));
                if (step.step() == 9) {
                    commands.submit(new TrainingCommand.Pause());
                }
            } else if (event instanceof TrainingEvent.ReadingMeasured reading && "9".equals(reading.id())) {
                commands.submit(new TrainingCommand.Stop());
            }
        });
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), heard);
        assertEquals(9, answers.size());
        for (TrainingEvent.ReadingMeasured answer : answers) {
            assertTrue(answer.step() >= Long.parseLong(answer.id()), answer.id() + " was answered of " + answer.step());
        }
    }

    /** The fourth single step is what is due after the three of an epoch. */
    @Test
    void betweenSingleStepsEveryCommandIsAnsweredInItsPlace() {
        commands.submit(new TrainingCommand.Pause());
        for (int step = 0; step < 4; step++) {
            ask("after " + step);
            ask("again after " + step);
            commands.submit(new TrainingCommand.DoStep());
        }
        ask("after 4");
        train(new ReferenceBackend(), new ReferenceBackend(), event -> {
            if (event instanceof TrainingEvent.ReadingMeasured reading && "after 4".equals(reading.id())) {
                commands.submit(new TrainingCommand.Stop());
            }
        });
        assertEquals(
                List.of(0L, 0L, 1L, 1L, 2L, 2L, 3L, 3L, 3L),
                answers.stream().map(TrainingEvent.ReadingMeasured::step).toList());
    }

    /** What is measured goes on until it is told to end. */
    @Test
    void aStopBreaksOffWhatIsBeingMeasured() throws Exception {
        CountDownLatch measuring = new CountDownLatch(1);
        HookedBackend endless = new HookedBackend((_, interrupted) -> {
            measuring.countDown();
            while (!interrupted.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
        commands.submit(new TrainingCommand.Measure("endless", "maps"));
        commands.submit(new TrainingCommand.Pause());
        AtomicReference<TrainingOutcome> outcome = new AtomicReference<>();
        Thread training = Thread.ofPlatform().start(() -> outcome.set(train(new ReferenceBackend(), endless, _ -> {})));
        assertTrue(measuring.await(20, TimeUnit.SECONDS));
        long start = System.nanoTime();
        commands.submit(new TrainingCommand.Stop());
        training.join(TimeUnit.SECONDS.toMillis(20));
        assertInstanceOf(TrainingOutcome.Stopped.class, outcome.get());
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2), "stopped within 2 s");
        assertTrue(answers.isEmpty());
    }
}
