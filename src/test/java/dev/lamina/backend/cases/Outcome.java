package dev.lamina.backend.cases;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.backend.reference.ReferenceExecutable;
import dev.lamina.backend.reference.ReferenceSession;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import java.util.HashMap;
import java.util.Map;

/** All that a run of a program leaves: its outputs and, under their names, the persistent values. */
public record Outcome(Map<String, double[]> values) {
    public double[] get(String name) {
        double[] value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the program has no output or persistent value " + name);
        }
        return value;
    }

    /** Runs a program on the reference backend in double throughout. */
    public static Outcome ofReference(Program program, Map<String, double[]> given) {
        try (ReferenceSession session = new ReferenceBackend().open(SessionSettings.DEFAULT)) {
            ReferenceExecutable executable = session.prepare(program);
            Map<String, double[]> inputs = new HashMap<>();
            for (Value value : program.values()) {
                if (value.persistent()) {
                    session.writeDouble(value.name(), given.get(value.name()));
                } else if (value.kind() == Value.Kind.INPUT) {
                    inputs.put(value.name(), given.get(value.name()));
                }
            }
            Map<String, double[]> all = new HashMap<>(executable.runDouble(inputs));
            session.names().forEach(name -> all.put(name, session.readDouble(name)));
            return new Outcome(all);
        }
    }

    /** Writes the case's persistent values, then runs its program, in float32 at the session's borders. */
    public static Outcome of(Session session, OperationCase operationCase) {
        try (Executable executable = session.prepare(operationCase.program())) {
            for (Value value : operationCase.program().values()) {
                if (value.persistent()) {
                    session.write(value.name(), host(value, operationCase.values()));
                }
            }
            return ofRun(session, executable, operationCase);
        }
    }

    /** Runs the case's program, prepared already, with the persistent values as they are. */
    public static Outcome ofRun(Session session, Executable executable, OperationCase operationCase) {
        Map<String, HostTensor> inputs = new HashMap<>();
        for (Value input : operationCase.program().inputs()) {
            inputs.put(input.name(), host(input, operationCase.values()));
        }
        Map<String, double[]> all = new HashMap<>();
        executable.run(inputs).forEach((name, tensor) -> all.put(name, doubles(tensor)));
        for (Value value : operationCase.program().values()) {
            if (value.persistent()) {
                all.put(value.name(), doubles(session.read(value.name())));
            }
        }
        return new Outcome(all);
    }

    private static HostTensor host(Value value, Map<String, double[]> given) {
        double[] source = given.get(value.name());
        HostTensor tensor = HostTensor.zeros(value.shape());
        for (int k = 0; k < source.length; k++) {
            tensor.values()[k] = (float) source[k];
        }
        return tensor;
    }

    private static double[] doubles(HostTensor tensor) {
        double[] values = new double[tensor.values().length];
        for (int k = 0; k < values.length; k++) {
            values[k] = tensor.values()[k];
        }
        return values;
    }
}
