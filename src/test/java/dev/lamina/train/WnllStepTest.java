package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.CpuBackendProvider;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.batch.BatchResult;
import dev.lamina.batch.Interruption;
import dev.lamina.graph.Initialization;
import dev.lamina.manifold.Interpolation;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.Points;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WnllStepTest {
    private static final int WIDTH = 4;
    private static final int CLASSES = SmallRun.CLASSES;
    private static final TrainingPlan PLAN = SmallRun.with(SmallRun.wnllPlan(), "optimizer", new Sgd(0, false));
    private static final Interpolated SETTINGS =
            PLAN.network().head().interpolated().orElseThrow();
    private static final int[] TEMPLATE_LABELS = labels(30);
    private static final int[] LABELS = labels(12);

    private static int[] labels(int count) {
        return IntStream.range(0, count).map(i -> i % CLASSES).toArray();
    }

    private static Points features(int count, long seed) {
        RandomGenerator random = new Seeds(seed).stream("features");
        float[] x = new float[count * WIDTH];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (random.nextGaussian() + (i % WIDTH == i / WIDTH % CLASSES ? 1.5 : 0));
        }
        return new Points(count, WIDTH, x);
    }

    private record Outcome(Map<String, HostTensor> before, Map<String, HostTensor> after, BatchResult result) {
        double[] moved(String name) {
            float[] a = before.get(name).values();
            float[] b = after.get(name).values();
            return IntStream.range(0, a.length)
                    .mapToDouble(i -> (double) a[i] - b[i])
                    .toArray();
        }
    }

    /** One step at rate 1 without momentum and decay: what a parameter moves by is its gradient. */
    private static Outcome step(Backend backend, Interpolated settings) {
        try (Session session = backend.open(SessionSettings.DEFAULT);
                TrainingStep linear = new TrainingStep(session, PLAN);
                WnllStep step = new WnllStep(session, PLAN, settings, Interruption.NEVER)) {
            assertEquals(9, linear.batches().perEpoch());
            Initialization.draw(PLAN.network(), PLAN.initializer(), PLAN.seeds())
                    .forEach(session::write);
            Map<String, HostTensor> before = parameters(session);
            BatchResult result = step.run(
                    features(30, 1), TEMPLATE_LABELS, features(12, 2), LABELS, new HostTensor(Shape.of(3), new float[] {
                        1, 0, 0
                    }));
            return new Outcome(before, parameters(session), result);
        }
    }

    private static Map<String, HostTensor> parameters(Session session) {
        Map<String, HostTensor> values = new LinkedHashMap<>();
        PLAN.network().parameters().forEach(p -> values.put(p.name(), session.read(p.name())));
        return values;
    }

    @Test
    void theBufferBlockMovesByTheLinearHeadsGradientAtTheWnllPrediction() {
        for (Backend backend : new Backend[] {new ReferenceBackend(), new CpuBackendProvider().create()}) {
            Outcome outcome = step(backend, SETTINGS);
            Gradient gradient = new Gradient(outcome.before());
            assertArrayEquals(gradient.weight, outcome.moved("head/buffer/linear.weight"), 2e-6);
            assertArrayEquals(gradient.bias, outcome.moved("head/buffer/linear.bias"), 2e-6);
            assertTrue(IntStream.range(0, gradient.weight.length).anyMatch(i -> Math.abs(gradient.weight[i]) > 1e-2));
            assertEquals(gradient.loss, outcome.result().loss(), 1e-5);
            assertEquals(gradient.u.correct(LABELS), outcome.result().correct());
        }
    }

    @Test
    void withTheSoftmaxOfTheScoresItMovesByThatPrediction() {
        Interpolated settings = new Interpolated(
                SETTINGS.alternation(),
                SETTINGS.interpolation(),
                SETTINGS.epochs(),
                SETTINGS.batchSize(),
                SETTINGS.learningRate(),
                ScoreGradient.SOFTMAX_OF_SCORES,
                SETTINGS.templateFraction(),
                SETTINGS.probeEveryEpochs());
        Outcome outcome = step(new CpuBackendProvider().create(), settings);
        Gradient gradient = new Gradient(outcome.before(), ScoreGradient.SOFTMAX_OF_SCORES);
        assertArrayEquals(gradient.weight, outcome.moved("head/buffer/linear.weight"), 2e-6);
        assertArrayEquals(gradient.bias, outcome.moved("head/buffer/linear.bias"), 2e-6);
        assertEquals(gradient.loss, outcome.result().loss(), 1e-5);
    }

    @Test
    void nothingElseMoves() {
        Outcome outcome = step(new ReferenceBackend(), SETTINGS);
        outcome.before().forEach((name, value) -> {
            if (!name.startsWith("head/buffer/")) {
                assertArrayEquals(value.values(), outcome.after().get(name).values(), name);
            }
        });
    }

    /** dW = Σ_n (((u − e) / N · V) ⊙ 1[Wx + b > 0]) xᵀ with V the linear head's weight, by loops in double. */
    private static final class Gradient {
        final double[] weight = new double[WIDTH * WIDTH];
        final double[] bias = new double[WIDTH];
        final Interpolation u;
        double loss;

        Gradient(Map<String, HostTensor> parameters) {
            this(parameters, ScoreGradient.SCORES);
        }

        Gradient(Map<String, HostTensor> parameters, ScoreGradient form) {
            float[] w = parameters.get("head/buffer/linear.weight").values();
            float[] b = parameters.get("head/buffer/linear.bias").values();
            float[] v = parameters.get("head/logits.weight").values();
            Points x = features(12, 2);
            u = new Interpolator(SETTINGS.interpolation(), 1, _ -> {})
                    .interpolate(buffer(features(30, 1), w, b), TEMPLATE_LABELS, buffer(x, w, b), CLASSES);
            for (int n = 0; n < 12; n++) {
                double[] p = prediction(n, form);
                loss -= Math.log(p[LABELS[n]]) / 12;
                for (int i = 0; i < WIDTH; i++) {
                    if (before(x, n, i, w, b) <= 0) {
                        continue;
                    }
                    double upstream = 0;
                    for (int k = 0; k < CLASSES; k++) {
                        double target = LABELS[n] == k ? 1 : 0;
                        upstream += (p[k] - target) / 12 * v[k * WIDTH + i];
                    }
                    bias[i] += upstream;
                    for (int j = 0; j < WIDTH; j++) {
                        weight[i * WIDTH + j] += upstream * x.coordinates()[n * WIDTH + j];
                    }
                }
            }
        }

        private double[] prediction(int n, ScoreGradient form) {
            double[] p = Arrays.copyOfRange(u.scores(), n * CLASSES, (n + 1) * CLASSES);
            if (form == ScoreGradient.SOFTMAX_OF_SCORES) {
                double sum = Arrays.stream(p).map(Math::exp).sum();
                Arrays.setAll(p, k -> Math.exp(p[k]) / sum);
            }
            return p;
        }

        private static Points buffer(Points x, float[] w, float[] b) {
            float[] y = new float[x.coordinates().length];
            for (int i = 0; i < y.length; i++) {
                y[i] = (float) Math.max(0, before(x, i / WIDTH, i % WIDTH, w, b));
            }
            return new Points(x.count(), WIDTH, y);
        }

        private static double before(Points x, int n, int i, float[] w, float[] b) {
            double sum = b[i];
            for (int j = 0; j < WIDTH; j++) {
                sum += (double) w[i * WIDTH + j] * x.coordinates()[n * WIDTH + j];
            }
            return sum;
        }
    }
}
