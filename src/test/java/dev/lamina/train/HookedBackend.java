package dev.lamina.train;

import dev.lamina.backend.Backend;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.program.Program;
import dev.lamina.tensor.HostTensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The reference backend, but a test does something when a program has done all but asked whether it is interrupted. */
final class HookedBackend implements Backend {
    private final Backend backend = new ReferenceBackend();
    private final Hook hook;
    private int steps;

    HookedBackend(Hook hook) {
        this.hook = hook;
    }

    /** What the test does. */
    interface Hook {
        /** @param step of training, from 1; 0 in programs that only measure */
        void within(int step, BooleanSupplier interrupted);
    }

    @Override
    public String id() {
        return backend.id();
    }

    @Override
    public DeviceDescription device() {
        return backend.device();
    }

    @Override
    public Optional<UnservedSetting> unserved(SessionSettings settings) {
        return backend.unserved(settings);
    }

    @Override
    public Session open(SessionSettings settings) {
        return new HookedSession(backend.open(settings));
    }

    private final class HookedSession implements Session {
        private final Session session;

        HookedSession(Session session) {
            this.session = session;
        }

        @Override
        public Executable prepare(Program program) {
            return new HookedExecutable(session.prepare(program));
        }

        @Override
        public Set<String> names() {
            return session.names();
        }

        @Override
        public HostTensor read(String name) {
            return session.read(name);
        }

        @Override
        public void write(String name, HostTensor value) {
            session.write(name, value);
        }

        @Override
        public int threads() {
            return session.threads();
        }

        @Override
        public long memoryBytes() {
            return session.memoryBytes();
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private final class HookedExecutable implements Executable {
        private final Executable executable;

        HookedExecutable(Executable executable) {
            this.executable = executable;
        }

        @Override
        public Map<String, HostTensor> run(Map<String, HostTensor> inputs) {
            return executable.run(inputs);
        }

        @Override
        public Map<String, HostTensor> run(Map<String, HostTensor> inputs, BooleanSupplier interrupted) {
            Map<String, HostTensor> outputs = executable.run(inputs);
            hook.within(inputs.containsKey(Program.HYPERPARAMETERS) ? ++steps : 0, interrupted);
            if (interrupted.getAsBoolean()) {
                throw new CancellationException("interrupted");
            }
            return outputs;
        }

        @Override
        public List<OperationPlan> plan() {
            return executable.plan();
        }

        @Override
        public List<Double> profileSeconds(Map<String, HostTensor> inputs) {
            return executable.profileSeconds(inputs);
        }

        @Override
        public void close() {
            executable.close();
        }
    }
}
