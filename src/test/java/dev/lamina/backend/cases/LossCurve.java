package dev.lamina.backend.cases;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ten steps of Nesterov SGD (learning rate 0.05, momentum 0.9, weight decay 5·10⁻⁴, both on all weights) of the small
 * residual network with option-A shortcuts on two fixed batches of 8 random images in turn, then a test of 5 others with the
 * running statistics; everything drawn from seed 1.
 */
public final class LossCurve {
    public static final int STEPS = 10;

    private static final ResolvedNetwork NETWORK = SmallNetworks.residual(Shortcut.ZERO_PAD);
    private static final int BATCH = 8;
    private static final int TEST_BATCH = 5;
    private static final int CLASSES = 10;
    private static final float[] HYPERPARAMETERS = {0.05f, 0.9f, 5e-4f};

    private LossCurve() {}

    /** The loss of each step, that of an evaluation of 5 other images afterwards, and all persistent values. */
    public record Result(List<Double> losses, double evaluationLoss, Map<String, HostTensor> values) {}

    public static Result of(Backend backend, SessionSettings settings) {
        return train(backend, settings, STEPS, initialValues());
    }

    /** The loss of one step where one weight of the second convolution is not a number. */
    public static Double lossWithBrokenWeight(Backend backend, SessionSettings settings) {
        Map<String, double[]> values = initialValues();
        values.get("stage1/block1/conv1.weight")[0] = Double.NaN;
        return train(backend, settings, 1, values).losses().getFirst();
    }

    private static Result train(Backend backend, SessionSettings settings, int steps, Map<String, double[]> values) {
        Program program = Programs.training(NETWORK, BATCH, new Sgd(0.9, true), DecayScope.WEIGHTS);
        try (Session session = backend.open(settings);
                Executable step = session.prepare(program);
                Executable evaluation = session.prepare(Programs.evaluation(NETWORK, TEST_BATCH))) {
            write(session, program, values);
            List<Double> losses = new ArrayList<>();
            for (int i = 0; i < steps; i++) {
                HostTensor loss = step.run(batch(BATCH, i % 2)).get(Program.LOSS);
                losses.add((double) loss.values()[0]);
            }
            Map<String, HostTensor> test = batch(TEST_BATCH, 2);
            test.remove(Program.HYPERPARAMETERS);
            double evaluationLoss = evaluation.run(test).get(Program.LOSS).values()[0];
            Map<String, HostTensor> after = new HashMap<>();
            session.names().forEach(name -> after.put(name, session.read(name)));
            return new Result(losses, evaluationLoss, after);
        }
    }

    private static Map<String, double[]> initialValues() {
        return SmallNetworks.initialValues(NETWORK, Draw.of(Precision.F32, "curve", 0));
    }

    private static Map<String, HostTensor> batch(int size, int index) {
        Draw draw = Draw.of(Precision.F32, "batch", index);
        Shape images = NETWORK.inputShape().batched(size);
        Map<String, HostTensor> inputs = new HashMap<>();
        inputs.put(Program.IMAGES, host(images, draw.normal(images)));
        inputs.put(Program.LABELS, host(Shape.of(size), draw.labels(size, CLASSES)));
        inputs.put(Program.HYPERPARAMETERS, new HostTensor(Shape.of(HYPERPARAMETERS.length), HYPERPARAMETERS));
        return inputs;
    }

    private static void write(Session session, Program program, Map<String, double[]> values) {
        for (Value value : program.values()) {
            if (values.containsKey(value.name())) {
                session.write(value.name(), host(value.shape(), values.get(value.name())));
            }
        }
    }

    private static HostTensor host(Shape shape, double[] values) {
        HostTensor tensor = HostTensor.zeros(shape);
        for (int k = 0; k < values.length; k++) {
            tensor.values()[k] = (float) values[k];
        }
        return tensor;
    }
}
