package dev.lamina.train;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import java.util.stream.LongStream;

/**
 * What a {@link Trainer} keeps of a session's values in the memory of the program, at most at a time:
 *   all of them, as the point to go back to; the weights before an epoch's last step; one more tensor on its way
 */
public final class HostCopies {
    private HostCopies() {}

    /** @param step a training step of the network */
    public static long bytes(ResolvedNetwork network, Program step) {
        long weights = UpdateSample.weights(network).stream()
                .mapToLong(HostCopies::size)
                .sum();
        return Float.BYTES
                * (persistent(step).sum() + weights + persistent(step).max().orElse(0));
    }

    private static LongStream persistent(Program step) {
        return step.values().stream()
                .filter(Value::persistent)
                .mapToLong(value -> value.shape().size());
    }

    private static long size(NamedParameter parameter) {
        return parameter.spec().shape().size();
    }
}
