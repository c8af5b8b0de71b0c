package dev.lamina.bench;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendName;
import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Executable;
import dev.lamina.backend.MatrixProduct;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.graph.Initialization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.He;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;

/** What Lamina's worker repeats: one training step on the same random batch every time. */
public final class LaminaWorkload {
    /** Where the comparison on the CPU trains. */
    static final BackendName CPU = new BackendName("cpu", 0);

    private static final float LEARNING_RATE = 0.05f;
    private static final float WEIGHT_DECAY = 5e-4f;
    private static final int PROFILE_WARM_UP_STEPS = 30;
    private static final int PROFILED_STEPS = 15;

    private final Executable program;
    private final Map<String, HostTensor> inputs = new HashMap<>();

    private LaminaWorkload(Session session, String workload) {
        ResolvedNetwork network = LaminaNetworks.of(workload);
        Program step = LaminaNetworks.step(network, LaminaNetworks.batchSize(workload));
        program = session.prepare(step);
        RandomGenerator random = new Seeds(1).stream("bench");
        Initialization.draw(network, new He(FanMode.FAN_IN), new Seeds(1)).forEach(session::write);
        for (Value input : step.inputs()) {
            inputs.put(input.name(), input(input, random));
        }
    }

    /**
     * Prepares a workload by the words of its task.
     *
     * @param backend computes in this process
     * @return runs it once at every call
     * @throws BadInputException if this build lacks the backend, or if it does not know the workload or the mode
     */
    public static Runnable prepare(BackendName backend, String workload, String mode, int threads) {
        Mode known = mode(mode);
        if (workload.equals(LaminaContestant.MATRIX_PRODUCT)) {
            return matrixProduct(known.precision(), threads);
        }
        LaminaWorkload prepared = new LaminaWorkload(open(backend, known, threads), workload);
        return prepared::step;
    }

    /**
     * Where the time of a network's step goes: the shortest time of every operation over some steps, summed by kind.
     *
     * @throws BadInputException as {@link #prepare}
     */
    static List<ProfileLine> profile(BackendName backend, String workload, String mode, int threads) {
        try (Session session = open(backend, mode(mode), threads)) {
            LaminaWorkload prepared = new LaminaWorkload(session, workload);
            for (int i = 0; i < PROFILE_WARM_UP_STEPS; i++) {
                prepared.step();
            }
            return prepared.profile();
        }
    }

    private List<ProfileLine> profile() {
        List<OperationPlan> plan = program.plan();
        double[] shortest = new double[plan.size()];
        Arrays.fill(shortest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < PROFILED_STEPS; i++) {
            List<Double> seconds = program.profileSeconds(inputs);
            for (int k = 0; k < shortest.length; k++) {
                shortest[k] = Math.min(shortest[k], seconds.get(k));
            }
        }
        return ProfileLine.of(plan, shortest);
    }

    private static Mode mode(String id) {
        return LaminaContestant.ALL.stream()
                .filter(mode -> mode.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new BadInputException(Message.of("bench.noSuchMode", id).at("mode")));
    }

    private static Session open(BackendName backend, Mode mode, int threads) {
        return create(backend).open(settings(mode, threads));
    }

    /** What of a mode the comparison's backend cannot serve on this machine. */
    static Optional<UnservedSetting> unserved(Mode mode) {
        return create(CPU).unserved(settings(mode, 1));
    }

    private static SessionSettings settings(Mode mode, int threads) {
        ConvolutionAlgorithm algorithm =
                mode.equals(LaminaContestant.F32_DIRECT) ? ConvolutionAlgorithm.DIRECT : ConvolutionAlgorithm.AUTO;
        return new SessionSettings(threads, mode.precision(), algorithm);
    }

    private static Runnable matrixProduct(Precision precision, int threads) {
        return ServiceLoader.load(MatrixProduct.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(product -> product.backend().equals(CPU.id()))
                .findFirst()
                .orElseThrow(() -> none(CPU))
                .prepare(Rates.ORDER, precision, threads);
    }

    private static Backend create(BackendName backend) {
        return BackendProvider.of(backend.id()).orElseThrow(() -> none(backend)).create();
    }

    private static BadInputException none(BackendName backend) {
        return new BadInputException(Message.of("launch.noBackend").at("--backend " + backend));
    }

    private void step() {
        HostTensor loss = program.run(inputs).get(Program.LOSS);
        if (loss == null || !Float.isFinite(loss.values()[0])) {
            throw new IllegalStateException("the loss is not finite: " + loss);
        }
    }

    private static HostTensor normal(Shape shape, RandomGenerator random) {
        HostTensor tensor = HostTensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    private static HostTensor input(Value input, RandomGenerator random) {
        return switch (input.name()) {
            case Program.HYPERPARAMETERS ->
                new HostTensor(
                        input.shape(), new float[] {LEARNING_RATE, (float) LaminaNetworks.MOMENTUM, WEIGHT_DECAY});
            case Program.LABELS -> labels(input.shape(), random);
            default -> normal(input.shape(), random);
        };
    }

    private static HostTensor labels(Shape shape, RandomGenerator random) {
        HostTensor labels = HostTensor.zeros(shape);
        for (int i = 0; i < labels.values().length; i++) {
            labels.values()[i] = random.nextInt(BenchNetwork.CLASSES);
        }
        return labels;
    }
}
