package dev.lamina.train;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import java.util.stream.LongStream;

/**
 * What a {@link Trainer} keeps in the memory of the program, at most at a time:
 *   all of a session's values, as the point to go back to; the weights before an epoch's last step; one more tensor on its
 *   way; two batches, the one in work and the one before it, which the collector may not have found yet
 * While someone asks for measurements, there are two or three copies of the parameters more.
 */
public final class HostCopies {
    private HostCopies() {}

    /** @param step a training step of the network */
    public static long bytes(ResolvedNetwork network, Program step) {
        long weights = UpdateSample.weights(network).stream()
                .mapToLong(HostCopies::size)
                .sum();
        long batch =
                step.inputs().stream().mapToLong(value -> value.shape().size()).sum();
        long largest = persistent(step).max().orElse(0);
        return Float.BYTES * (persistent(step).sum() + weights + largest + 2 * batch);
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
