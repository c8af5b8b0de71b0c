package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.CpuBackendProvider;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.graph.Initialization;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.He;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one step of SGD does to the trained parameters of an activation: METHODS section 3. */
class ActivationUpdateTest {
    private static final Shape IMAGE = Shape.of(3, 6, 6);
    private static final float RATE = 0.01f;
    private static final float DECAY = 0.5f;

    private enum Engine {
        REFERENCE,
        CPU;

        Session open() {
            return (this == REFERENCE ? new ReferenceBackend() : new CpuBackendProvider().create())
                    .open(SessionSettings.DEFAULT);
        }
    }

    private static ResolvedNetwork network(Activation activation) {
        SequentialGraph graph = new SequentialGraph()
                .then("unit", new ConvNormActivation(5, 3, 1, activation))
                .then("pool", new GlobalAveragePool());
        return NetworkResolver.resolve(graph.head(new SoftmaxHead(true, 0)), IMAGE, 3)
                .orThrow();
    }

    /** All values after one step without momentum from the same start. */
    private static Map<String, HostTensor> step(Engine engine, Activation activation, float rate, float decay) {
        ResolvedNetwork network = network(activation);
        Map<String, HostTensor> after = new HashMap<>();
        try (Session session = engine.open();
                Executable program =
                        session.prepare(Programs.training(network, 4, new Sgd(0, false), DecayScope.WEIGHTS))) {
            Initialization.draw(network, new He(FanMode.FAN_IN), new Seeds(1)).forEach(session::write);
            program.run(Map.of(
                    Program.IMAGES,
                    images(),
                    Program.LABELS,
                    new HostTensor(Shape.of(4), new float[] {0, 1, 2, 0}),
                    Program.HYPERPARAMETERS,
                    new HostTensor(Shape.of(3), new float[] {rate, 0, decay})));
            session.names().forEach(name -> after.put(name, session.read(name)));
        }
        return after;
    }

    private static HostTensor images() {
        HostTensor images = HostTensor.zeros(IMAGE.batched(4));
        RandomGenerator random = new Seeds(2).stream("images");
        for (int i = 0; i < images.values().length; i++) {
            images.values()[i] = (float) random.nextGaussian();
        }
        return images;
    }

    static Stream<Engine> engines() {
        return Stream.of(Engine.values());
    }

    private static Mpelu mpelu(Sharing sharing, double learningRateFactor, double weightDecayFactor) {
        return new Mpelu(0.5, 1, sharing, learningRateFactor, weightDecayFactor);
    }

    /** Without momentum the velocity is gradient + decay, and the parameter moves by the rate times it, times five. */
    @ParameterizedTest
    @EnumSource
    void alphaAndBetaMoveFiveTimesAsFastWithTheirDecay(Engine engine) {
        for (Sharing sharing : Sharing.values()) {
            Map<String, HostTensor> plain = step(engine, mpelu(sharing, 1, 0), RATE, 0);
            Map<String, HostTensor> byDefault = step(engine, mpelu(sharing, 5, 1), RATE, DECAY);
            for (String name : new String[] {"unit/activation.alpha", "unit/activation.beta"}) {
                float[] gradients = plain.get(name + "#velocity").values();
                float start = name.endsWith("alpha") ? 0.5f : 1;
                float[] values = byDefault.get(name).values();
                assertEquals(sharing == Sharing.CHANNEL ? 5 : 1, values.length);
                for (int c = 0; c < values.length; c++) {
                    assertTrue(gradients[c] != 0, name);
                    assertEquals(start - 5 * RATE * (gradients[c] + DECAY * start), values[c], 1e-6, name);
                }
            }
        }
    }

    /** The factors in a plain configuration: METHODS says five and decay on for MPELU, no decay on PReLU's slope. */
    @ParameterizedTest
    @EnumSource
    void preluIsNotDecayed(Engine engine) {
        Prelu prelu = new Prelu(0.25, Sharing.CHANNEL);
        String name = "unit/activation.slope";
        float[] decayed = step(engine, prelu, RATE, DECAY).get(name).values();
        float[] free = step(engine, prelu, RATE, 0).get(name).values();
        float[] gradients = step(engine, prelu, RATE, 0).get(name + "#velocity").values();
        for (int c = 0; c < free.length; c++) {
            assertEquals(free[c], decayed[c], 0);
            assertEquals(0.25f - RATE * gradients[c], free[c], 1e-7);
        }
    }

    /** A decay that would take β to 1 − 5·0.01·100 = −4. */
    @ParameterizedTest
    @MethodSource("engines")
    void betaStaysPositiveWhateverTheStep(Engine engine) {
        float[] betas = step(engine, mpelu(Sharing.CHANNEL, 5, 1), RATE, 100)
                .get("unit/activation.beta")
                .values();
        for (float beta : betas) {
            assertEquals(1e-4f, beta);
        }
        float[] alphas = step(engine, mpelu(Sharing.CHANNEL, 5, 1), RATE, 100)
                .get("unit/activation.alpha")
                .values();
        assertTrue(alphas[0] < 0, "α may be negative");
    }
}
