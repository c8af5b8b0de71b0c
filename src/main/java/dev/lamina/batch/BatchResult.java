package dev.lamina.batch;

import dev.lamina.program.Program;
import dev.lamina.tensor.HostTensor;
import java.util.Map;
import java.util.Objects;

/**
 * What a program says of one batch.
 *
 * @param loss mean over the batch
 * @param correct how many examples were right; of images mixed of two, each counts in the share of the label it hits
 */
public record BatchResult(double loss, double correct) {
    /** From the outputs {@link Program#LOSS} and {@link Program#CORRECT}. */
    public static BatchResult of(Map<String, HostTensor> outputs) {
        return new BatchResult(scalar(outputs, Program.LOSS), scalar(outputs, Program.CORRECT));
    }

    private static float scalar(Map<String, HostTensor> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name).values()[0];
    }
}
