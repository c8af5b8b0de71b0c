package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.probe.ConfusionMatrix;
import dev.lamina.probe.DataPart;
import dev.lamina.probe.Due;
import dev.lamina.probe.FeatureMaps;
import dev.lamina.probe.Filters;
import dev.lamina.probe.ProbeSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DueReadingsTest {
    private static final Due EVERY_EPOCH = new Due(1, null, null);

    /** 3 epochs of 3 steps: a reading at an epoch's last step belongs to the epoch. */
    @Test
    void probesAreReadAfterEpochsAndBetweenStepsAndChangeNothing() {
        List<ProbeSettings> readings = List.of(
                new ConfusionMatrix(DataPart.VALIDATION, new Due(2, null, null)),
                new FeatureMaps(null, DataPart.TEST, 0, new Due(3, 2, null)),
                new FeatureMaps(null, DataPart.TEST, 1, EVERY_EPOCH));
        SmallRun.Result plain = SmallRun.start(SmallRun.plan());
        SmallRun.Result read = SmallRun.start(SmallRun.with(SmallRun.plan(), "readings", readings));
        assertEquals(List.of(6L, 9L), steps(read, "confusion-matrix"));
        assertEquals(List.of(2L, 4L, 8L, 9L), steps(read, "feature-maps"));
        assertEquals(List.of(3L, 6L, 9L), steps(read, "feature-maps-2"));
        assertEquals(plain.metrics(), read.metrics());
        SmallRun.assertSameValues(plain.last(), read.last());
    }

    @Test
    void gbrIsReadWithinAnEpochAndAgainWithItsMetrics() {
        TrainingPlan plan = SmallRun.plan();
        var settings = new dev.lamina.probe.GbrSettings(
                true, 5, 3, plan.gbr().method(), 2, plan.gbr().function(), 1e-9);
        SmallRun.Result read = SmallRun.start(SmallRun.with(plan, "gbr", settings));
        List<Long> steps = steps(read, "gbr");
        assertTrue(steps.contains(1L), "the first is due at once: " + steps);
        assertEquals(9L, steps.getLast());
        assertTrue(read.metrics().getFirst().value(Tags.GBR).isEmpty());
        assertTrue(read.metrics().getLast().value(Tags.GBR).isPresent());
    }

    private static List<Long> steps(SmallRun.Result result, String probe) {
        return result.events(TrainingEvent.ReadingMeasured.class).stream()
                .filter(reading -> reading.probe().equals(probe))
                .map(TrainingEvent.ReadingMeasured::step)
                .toList();
    }

    /** While the run is paused after its second step, and with parameters that are the copy's. */
    @Test
    void aCommandIsAnsweredBesideTheTraining() throws Exception {
        TrainingPlan plan = SmallRun.plan();
        CommandQueue commands = new CommandQueue();
        BlockingQueue<TrainingEvent> answers = new LinkedBlockingQueue<>();
        Map<String, ProbeSettings> known = Map.of(
                "filters", new Filters(null, EVERY_EPOCH),
                "nowhere", new FeatureMaps("nowhere", DataPart.TEST, 0, EVERY_EPOCH));
        commands.submit(new TrainingCommand.DoStep());
        commands.submit(new TrainingCommand.DoStep());
        commands.submit(new TrainingCommand.Measure("a", "filters"));
        commands.submit(new TrainingCommand.Measure("b", "nowhere"));
        commands.submit(new TrainingCommand.Measure("c", "filters"));
        var backend = new ReferenceBackend();
        SmallRun.Memory memory = new SmallRun.Memory();
        try (Session session = backend.open(SessionSettings.DEFAULT);
                Trainer trainer = new Trainer(
                        plan,
                        session,
                        event -> {
                            if (event instanceof TrainingEvent.ReadingMeasured r && r.id() != null
                                    || event instanceof TrainingEvent.CommandRefused) {
                                answers.add(event);
                            }
                        },
                        commands,
                        memory,
                        Optional.of(new Observing(() -> backend.open(SessionSettings.DEFAULT), known::get)))) {
            Thread training = Thread.ofPlatform().start(trainer::start);
            var first = assertInstanceOf(TrainingEvent.ReadingMeasured.class, answers.poll(20, TimeUnit.SECONDS));
            var refused = assertInstanceOf(TrainingEvent.CommandRefused.class, answers.poll(20, TimeUnit.SECONDS));
            var again = assertInstanceOf(TrainingEvent.ReadingMeasured.class, answers.poll(20, TimeUnit.SECONDS));
            assertEquals(List.of("a", "b", "c"), List.of(first.id(), refused.id(), again.id()));
            assertTrue(
                    refused.reason().toString().contains("nowhere"),
                    refused.reason().toString());
            assertEquals(2, first.step());
            commands.submit(new TrainingCommand.Stop());
            training.join();
            float[] filters = ((Reading.ImageStack) first.readings().get(Tags.FILTERS)).values();
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                    memory.last()
                            .orElseThrow()
                            .weights()
                            .get("block/conv.weight")
                            .values(),
                    filters);
        }
    }
}
