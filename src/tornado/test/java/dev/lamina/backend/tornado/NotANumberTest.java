package dev.lamina.backend.tornado;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInputs;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Program;
import dev.lamina.program.Targets;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A compiler that rearranges comparisons makes a zero of what is not a number, and a broken run looks well. */
class NotANumberTest {
    @Test
    void whatIsNotANumberStaysSo() {
        CheckValues values = new CheckValues();
        Value x = values.input(1, 2, 4, 4);
        for (Activation activation : List.of(new Relu(), new LeakyRelu(0.1), new Elu(1))) {
            values.add(
                    new ActivationOperation.Forward("activation", activation, x, List.of(), values.output(x.shape())));
        }
        values.add(new PoolOperation.Windowed(
                "pool", new MaxPool(2, 2, 0), x, values.output(1, 2, 2, 2), Optional.of(values.output(1, 2, 2, 2))));
        Value logits = values.input(3, 4);
        Targets targets = Targets.of(values.labels(3, 4));
        for (Loss loss : List.of(new Loss.CrossEntropy(0), new Loss.Hinge(HingePower.SQUARED))) {
            values.add(new LossOperation.Forward(
                    "head", loss, LossInputs.ofLogits(logits), targets, values.output(), values.output()));
        }
        values.inputs().get(x.name()).values()[6] = Float.NaN;
        values.inputs().get(logits.name()).values()[5] = Float.NaN;
        Map<String, HostTensor> expected = run(new ReferenceBackend(), values);
        Map<String, HostTensor> actual = run(new TornadoBackendProvider().create(), values);
        assertTrue(
                expected.values().stream().filter(tensor -> !tensor.isFinite()).count() >= 6, "NaN is there at all");
        expected.forEach((name, tensor) -> assertArrayEquals(missing(tensor), missing(actual.get(name)), name));
    }

    private static Map<String, HostTensor> run(Backend backend, CheckValues values) {
        Program program = values.program();
        try (Session session = backend.open(SessionSettings.DEFAULT);
                Executable executable = session.prepare(program)) {
            return executable.run(values.inputs());
        }
    }

    private static boolean[] missing(HostTensor tensor) {
        boolean[] missing = new boolean[tensor.values().length];
        for (int k = 0; k < missing.length; k++) {
            missing[k] = Float.isNaN(tensor.values()[k]);
        }
        return missing;
    }
}
