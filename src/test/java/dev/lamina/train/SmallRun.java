package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.DataParts;
import dev.lamina.data.HorizontalFlip;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.Provenance;
import dev.lamina.data.Remainder;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.manifold.ExtraTerm;
import dev.lamina.manifold.TemplateVote;
import dev.lamina.manifold.WeightKernel;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.He;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.GbrMethod;
import dev.lamina.probe.GbrSettings;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import dev.lamina.testing.Untimed;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A plan that the reference backend runs in a blink: 22 images of 2×4×4 in 3 classes, batches of 8, a convolution, a
 * batch normalization, a dropout and a linear layer; and what surrounds it in tests.
 */
final class SmallRun {
    static final Shape IMAGE = Shape.of(2, 4, 4);
    static final int CLASSES = 3;

    private SmallRun() {}

    static TrainingPlan plan() {
        DataParts data = new DataParts(images(22, 1), images(9, 2), images(11, 3));
        return new TrainingPlan(
                network(0.2),
                data,
                Normalization.of(PixelScaling.PER_CHANNEL, data.training()),
                new BatchPlan(8, Remainder.KEEP, List.of(new HorizontalFlip())),
                3,
                new Sgd(0.9, true),
                new LearningRate(0.1, new CosineSchedule(0.1), new TrainingSpan(1, 3), 3),
                1e-3,
                DecayScope.WEIGHTS,
                new He(FanMode.FAN_IN),
                Optional.empty(),
                1,
                new GbrSettings(true, 5, 1, GbrMethod.AUTO, 2, GbrFunction.LOGITS, 0),
                List.of(),
                1,
                new Seeds(11));
    }

    /** Two alternations of 2 linear epochs and 2 WNLL epochs, with 68 training images. */
    static TrainingPlan wnllPlan() {
        DataParts data = new DataParts(images(68, 1), images(9, 2), images(11, 3));
        var interpolation = new WnllSettings(
                7, 4, WeightKernel.REFERENCE_CODE, ExtraTerm.WEIGHTED, 1e-9, 0, TemplateVote.SCORES, 0, 200_000);
        var head = new WnllHead(true, interpolation, 2, 0.2, 2, 16, 1e-2, ScoreGradient.SCORES, 0.5, 1);
        TrainingPlan plan = with(with(plan(), "data", data), "network", network(0.2, head));
        return with(
                with(plan, "epochs", 2),
                "learningRate",
                new LearningRate(0.1, new CosineSchedule(0.1), new TrainingSpan(1, 2), 9));
    }

    /** The plan with one component replaced. */
    static TrainingPlan with(TrainingPlan plan, String component, Object value) {
        RecordComponent[] components = TrainingPlan.class.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < components.length; i++) {
                boolean replaced = components[i].getName().equals(component);
                found |= replaced;
                types[i] = components[i].getType();
                values[i] = replaced ? value : components[i].getAccessor().invoke(plan);
            }
            if (!found) {
                throw new IllegalArgumentException("no component " + component);
            }
            return TrainingPlan.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static ResolvedNetwork network(double dropout) {
        return network(dropout, new SoftmaxHead(true, 0));
    }

    static ResolvedNetwork network(double dropout, Head head) {
        SequentialGraph graph = new SequentialGraph()
                .then("block", new ConvNormActivation(4, 3, 1, new Relu()))
                .then("pool", new GlobalAveragePool())
                .then("dropout", new Dropout(dropout));
        return NetworkResolver.resolve(graph.head(head), IMAGE, CLASSES).orThrow();
    }

    /** Classes differ in brightness and in noise. */
    static ImageDataset images(int count, long seed) {
        RandomGenerator random = new Seeds(seed).stream("small images");
        byte[][] pixels = new byte[count][Math.toIntExact(IMAGE.size())];
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES).toArray();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < pixels[i].length; j++) {
                pixels[i][j] = (byte) (60 * labels[i] + random.nextInt(100));
            }
        }
        return ImageDataset.ofImages(
                Message.verbatim("brightness"),
                IMAGE,
                List.of("dark", "gray", "light"),
                labels,
                pixels,
                new Provenance("brightness", List.of()));
    }

    /** Checkpoints in memory. */
    static final class Memory implements CheckpointStore {
        final List<Checkpoint> saved = new ArrayList<>();
        final List<CheckpointKind> kinds = new ArrayList<>();

        @Override
        public String save(Checkpoint checkpoint, CheckpointKind kind) {
            saved.add(copy(checkpoint));
            kinds.add(kind);
            return "memory";
        }

        /** The trainer goes on with the arrays of its own. */
        static Checkpoint copy(Checkpoint checkpoint) {
            return new Checkpoint(checkpoint.progress(), copy(checkpoint.weights()), copy(checkpoint.optimizer()));
        }

        private static Map<String, HostTensor> copy(Map<String, HostTensor> values) {
            Map<String, HostTensor> copies = new LinkedHashMap<>();
            values.forEach((name, value) -> copies.put(
                    name, new HostTensor(value.shape(), value.values().clone())));
            return copies;
        }

        Optional<Checkpoint> last() {
            return saved.isEmpty() ? Optional.empty() : Optional.of(saved.getLast());
        }
    }

    /** What a training left: how it ended, what it said, the final values. */
    record Result(TrainingOutcome outcome, List<TrainingEvent> events, Memory checkpoints) {
        /** What was measured, without what depends on the clock. */
        List<EpochMetrics> metrics() {
            return events.stream()
                    .filter(TrainingEvent.EpochCompleted.class::isInstance)
                    .map(e -> ((TrainingEvent.EpochCompleted) e).metrics())
                    .map(Untimed::of)
                    .toList();
        }

        <E extends TrainingEvent> List<E> events(Class<E> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        Checkpoint last() {
            return checkpoints.last().orElseThrow();
        }
    }

    /** Bit for bit. */
    static void assertSameValues(Checkpoint expected, Checkpoint actual) {
        assertSame(expected.weights(), actual.weights());
        assertSame(expected.optimizer(), actual.optimizer());
    }

    private static void assertSame(Map<String, HostTensor> expected, Map<String, HostTensor> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, tensor) ->
                assertArrayEquals(tensor.values(), actual.get(name).values(), name));
    }

    static Result start(TrainingPlan plan) {
        return run(plan, Optional.empty(), new CommandQueue(), (_, _) -> {});
    }

    /** Trains on the reference backend. */
    static Result run(
            TrainingPlan plan,
            Optional<Checkpoint> from,
            CommandQueue commands,
            BiConsumer<TrainingEvent, CommandQueue> reaction) {
        return run(new ReferenceBackend(), plan, from, commands, reaction);
    }

    /** @param reaction is told every event and may submit commands */
    static Result run(
            Backend backend,
            TrainingPlan plan,
            Optional<Checkpoint> from,
            CommandQueue commands,
            BiConsumer<TrainingEvent, CommandQueue> reaction) {
        List<TrainingEvent> events = new ArrayList<>();
        TrainingListener listener = event -> {
            events.add(event);
            reaction.accept(event, commands);
        };
        Memory memory = new Memory();
        from.ifPresent(checkpoint -> memory.save(checkpoint, CheckpointKind.LAST));
        try (Session session = backend.open(SessionSettings.DEFAULT);
                Trainer trainer = new Trainer(plan, session, listener, commands, memory)) {
            TrainingOutcome outcome =
                    from.map(Memory::copy).map(trainer::resume).orElseGet(trainer::start);
            return new Result(outcome, events, memory);
        }
    }
}
