package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a step of SGD with weight decay does to each kind of parameter, beside the same step without. */
class DecayScopeTest {
    private static final float RATE = 0.01f;
    private static final float DECAY = 0.25f;

    private static final ResolvedNetwork NETWORK = NetworkResolver.resolve(
                    new SequentialGraph()
                            .then("conv", new Conv2d(3, 3, 1, 1, 1, 1, true))
                            .then("norm", BatchNorm.DEFAULT)
                            .then("mpelu", new ActivationLayer(new Mpelu(1, 1, Sharing.CHANNEL, 5, 1)))
                            .then("prelu", new ActivationLayer(new Prelu(0.25, Sharing.CHANNEL)))
                            .then("flatten", new Flatten())
                            .head(new SoftmaxHead(true, 0)),
                    SmallRun.IMAGE,
                    SmallRun.CLASSES)
            .orThrow();

    private static Map<String, HostTensor> afterStep(DecayScope scope, float decay) {
        Program program = Programs.training(NETWORK, 4, new Sgd(0, false), scope);
        try (Session session = new ReferenceBackend().open(SessionSettings.DEFAULT);
                Executable executable = session.prepare(program)) {
            before().forEach(session::write);
            Shape images = SmallRun.IMAGE.batched(4);
            executable.run(Map.of(
                    Program.IMAGES,
                    normal(images, "images"),
                    Program.LABELS,
                    new HostTensor(Shape.of(4), new float[] {0, 1, 2, 0}),
                    Program.HYPERPARAMETERS,
                    new HostTensor(Shape.of(3), new float[] {RATE, 0, decay})));
            Map<String, HostTensor> after = new LinkedHashMap<>();
            before().keySet().forEach(name -> after.put(name, session.read(name)));
            return after;
        }
    }

    private static Map<String, HostTensor> before() {
        Map<String, HostTensor> values = new LinkedHashMap<>();
        for (NamedParameter parameter : NETWORK.parameters()) {
            HostTensor value = normal(parameter.spec().shape(), parameter.name());
            for (int i = 0; i < value.values().length; i++) {
                value.values()[i] = Math.abs(value.values()[i]) + 1;
            }
            values.put(parameter.name(), value);
        }
        return values;
    }

    private static HostTensor normal(Shape shape, String purpose) {
        RandomGenerator random = new Seeds(1).stream(purpose);
        HostTensor tensor = HostTensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    /** The parameters that decay moved, each by −ηλw times its learning-rate factor. */
    private static Set<String> decayed(DecayScope scope) {
        Map<String, HostTensor> plain = afterStep(scope, 0);
        Map<String, HostTensor> decayed = afterStep(scope, DECAY);
        Set<String> moved = new TreeSet<>();
        for (NamedParameter parameter : NETWORK.parameters()) {
            String name = parameter.name();
            float w = before().get(name).values()[0];
            float change = decayed.get(name).values()[0] - plain.get(name).values()[0];
            if (change != 0) {
                double rate = RATE * parameter.spec().learningRateFactor();
                assertEquals(-rate * DECAY * w, change, 1e-6, name);
                moved.add(name);
            }
        }
        return moved;
    }

    @Test
    void byDefaultBiasesAndNormalizationsAreLeftAlone() {
        assertEquals(
                Set.of("conv.weight", "head/logits.weight", "mpelu.alpha", "mpelu.beta"), decayed(DecayScope.WEIGHTS));
    }

    @Test
    void theSwitchDecaysThemToo() {
        Set<String> all = new TreeSet<>();
        NETWORK.parameters().forEach(parameter -> all.add(parameter.name()));
        assertTrue(all.removeIf(name -> name.startsWith("prelu.")), "the PReLU paper decays no slopes");
        assertEquals(all, decayed(DecayScope.ALL));
    }
}
