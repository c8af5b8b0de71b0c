package dev.lamina.backend.reference;

import dev.lamina.backend.Session;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parameters and state as doubles. */
public final class ReferenceSession implements Session {
    private final Map<String, DoubleTensor> persistent = new LinkedHashMap<>();
    private final List<ReferenceExecutable> executables = new ArrayList<>();

    ReferenceSession() {}

    /** {@inheritDoc} All operations are served; shapes are checked here. */
    @Override
    public ReferenceExecutable prepare(Program program) {
        program.requireShapes();
        program.values().stream().filter(Value::persistent).forEach(this::create);
        ReferenceExecutable executable = new ReferenceExecutable(program, persistent, executables::remove);
        executables.add(executable);
        return executable;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(persistent.keySet());
    }

    @Override
    public HostTensor read(String name) {
        return tensor(name).toHost();
    }

    @Override
    public void write(String name, HostTensor value) {
        try {
            tensor(name).assign(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** A copy of a persistent value, not rounded. */
    public double[] readDouble(String name) {
        return tensor(name).values().clone();
    }

    /** Overwrites a persistent value; the array is copied. */
    public void writeDouble(String name, double[] values) {
        tensor(name).assign(values);
    }

    @Override
    public long memoryBytes() {
        long bytes = 0;
        for (DoubleTensor tensor : persistent.values()) {
            bytes += (long) Double.BYTES * tensor.size();
        }
        for (ReferenceExecutable executable : executables) {
            bytes += executable.memoryBytes();
        }
        return bytes;
    }

    @Override
    public void close() {
        persistent.clear();
        executables.clear();
    }

    private void create(Value value) {
        DoubleTensor present = persistent.computeIfAbsent(value.name(), name -> new DoubleTensor(value.shape()));
        if (!present.shape().equals(value.shape())) {
            throw new IllegalArgumentException(value.name() + ": has shape " + present.shape()
                    + " in this session, the program wants " + value.shape());
        }
    }

    private DoubleTensor tensor(String name) {
        DoubleTensor tensor = persistent.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(name + ": no program of this session has such a value");
        }
        return tensor;
    }
}
