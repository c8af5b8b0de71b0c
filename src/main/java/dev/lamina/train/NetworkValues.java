package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import java.util.Map;

/** Brings the values of a network into a session that is to measure it. */
public final class NetworkValues {
    private NetworkValues() {}

    /** Writes them; a session has values from the first program on that mentions them. */
    public static void load(Session session, ResolvedNetwork network, Map<String, HostTensor> values) {
        if (!session.names().containsAll(values.keySet())) {
            session.prepare(Programs.evaluation(network, 1)).close();
        }
        values.forEach(session::write);
    }
}
