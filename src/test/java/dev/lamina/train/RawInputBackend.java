package dev.lamina.train;

import dev.lamina.backend.Backend;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.program.Program;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reference backend as one that prepares images itself; remembers the programs. */
final class RawInputBackend implements Backend {
    final List<Program> programs = new ArrayList<>();
    private final Backend backend = new ReferenceBackend();

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
        return new RawInputSession(backend.open(settings));
    }

    private final class RawInputSession implements Session {
        private final Session session;

        RawInputSession(Session session) {
            this.session = session;
        }

        @Override
        public Executable prepare(Program program) {
            programs.add(program);
            return session.prepare(program);
        }

        @Override
        public boolean preparesInputs() {
            return true;
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
}
