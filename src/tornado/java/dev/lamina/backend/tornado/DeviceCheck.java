package dev.lamina.backend.tornado;

import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether a device computes every kernel right: one program with all operations at small odd sizes, beside the reference
 * backend. Compilers and drivers have been seen to compile a kernel without a complaint and compute something else.
 */
final class DeviceCheck {
    /** In parts of the largest element. Rounding stays a hundred times below, a wrong index or barrier goes far above. */
    private static final double TOLERANCE = 1e-4;

    private DeviceCheck() {}

    /**
     * The first operation whose results are wrong, in words with the element that is; empty if all are right.
     *
     * @throws java.util.concurrent.CancellationException if interrupted
     */
    static Optional<String> fault(Session session, BooleanSupplier interrupted) {
        CheckValues values = CheckProgram.all();
        Program program = values.program();
        Map<String, HostTensor> actual = results(session, program, values, interrupted);
        try (Session reference = new ReferenceBackend().open(SessionSettings.DEFAULT)) {
            return fault(program, results(reference, program, values, interrupted), actual);
        }
    }

    /** The same for results by the name of the value. */
    static Optional<String> fault(Program program, Map<String, HostTensor> expected, Map<String, HostTensor> actual) {
        for (Operation operation : program.operations()) {
            for (Value value : operation.outputs()) {
                HostTensor right = expected.get(value.name());
                HostTensor given = actual.get(value.name());
                if (right != null && given != null) {
                    Optional<String> fault = fault(right.values(), given.values());
                    if (fault.isPresent()) {
                        return Optional.of(OperationPlan.of(operation, "").operation() + ", " + fault.get());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(float[] expected, float[] actual) {
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < expected.length; k++) {
            if (!(Math.abs((double) actual[k] - expected[k]) <= TOLERANCE * largest)) {
                return Optional.of(
                        "element " + k + " of " + expected.length + " is " + actual[k] + ", not " + expected[k]);
            }
        }
        return Optional.empty();
    }

    /** Outputs and persistent values after the second run, which replays what a device recorded in the first. */
    private static Map<String, HostTensor> results(
            Session session, Program program, CheckValues values, BooleanSupplier interrupted) {
        try (Executable executable = session.prepare(program)) {
            values.persistent().forEach(session::write);
            executable.run(values.inputs(), interrupted);
            values.persistent().forEach(session::write);
            Map<String, HostTensor> results = new HashMap<>(executable.run(values.inputs(), interrupted));
            session.names().forEach(name -> results.put(name, session.read(name)));
            // A winner has a form of the backend's own.
            program.operations().stream()
                    .filter(PoolOperation.Windowed.class::isInstance)
                    .flatMap(pool -> ((PoolOperation.Windowed) pool).winner().stream())
                    .forEach(winner -> results.remove(winner.name()));
            return results;
        }
    }
}
