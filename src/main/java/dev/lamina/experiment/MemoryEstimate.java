package dev.lamina.experiment;

import dev.lamina.backend.Session;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.program.Program;
import dev.lamina.train.HostCopies;

/**
 * What training takes beside the program itself and its data.
 *
 * @param sessionBytes parameters, state, gradients, feature maps and working memory of the backend
 * @param copyBytes copies of parameters and state in the program, and batches
 */
public record MemoryEstimate(long sessionBytes, long copyBytes) {
    /**
     * For a session that has prepared what will run.
     *
     * @param step a training step of the network
     */
    static MemoryEstimate of(Session session, ResolvedNetwork network, Program step) {
        return new MemoryEstimate(session.memoryBytes(), HostCopies.bytes(network, step));
    }

    public long bytes() {
        return sessionBytes + copyBytes;
    }
}
