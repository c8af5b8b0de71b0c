package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.batch.ExecutablesByBatchSize;
import dev.lamina.batch.Interruption;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Squared norms of Jᵀv, J = ∂f/∂images, f [K] the output of the last layer or of one before it, of each example in test mode, several vectors v in one pass. */
final class JacobianProducts implements AutoCloseable {
    /** More directions in one program would cost memory and save little of the one forward pass they share. */
    private static final int MOST_DIRECTIONS = 16;

    private final ExecutablesByBatchSize programs;
    private final int classes;
    private final int directions;
    private final Interruption interruption;

    /** Of the logits. */
    JacobianProducts(Session session, ResolvedNetwork network, int wanted, Interruption interruption) {
        this(session, network, network.layers().size() - 1, wanted, interruption);
    }

    /**
     * @param layer index of the one whose output f is, as many numbers as there are classes
     * @param wanted directions that are asked for in a row; they are split evenly over as few programs as possible
     */
    JacobianProducts(Session session, ResolvedNetwork network, int layer, int wanted, Interruption interruption) {
        this.interruption = interruption;
        this.classes = network.classes();
        this.directions = atOnce(wanted);
        this.programs = new ExecutablesByBatchSize(session, size -> program(network, layer, size, wanted));
    }

    /** What runs on a batch. */
    static Program program(ResolvedNetwork network, int layer, int batchSize, int wanted) {
        return Programs.inputGradients(network, layer, batchSize, atOnce(wanted));
    }

    private static int atOnce(int wanted) {
        return Math.ceilDiv(wanted, Math.ceilDiv(wanted, MOST_DIRECTIONS));
    }

    /** Gives the vector of an example and a direction. */
    @FunctionalInterface
    interface Vectors {
        /** Fills v, zeros at first, at [offset, offset + K). */
        void fill(int example, int direction, float[] v, int offset);
    }

    /** Direction k is that of logit k, so that JᵀV holds the rows of J. */
    static final Vectors OF_LOGITS = (_, k, v, offset) -> v[offset + k] = 1;

    /** Prepares the program for a batch size ahead of its first use. */
    void prepare(int batchSize) {
        programs.of(batchSize);
    }

    /** ‖Jᵀv‖² for each direction and example, [count][N]. */
    double[][] squaredNorms(HostTensor images, int count, Vectors vectors) {
        int examples = images.shape().axis(0);
        double[][] norms = new double[count][];
        forEach(images, count, vectors, (d, gradient) -> norms[d] = squaredNorms(gradient, examples));
        return norms;
    }

    /** Receives Jᵀv of all examples, [N, C, H, W], for a direction. */
    @FunctionalInterface
    interface Gradients {
        void accept(int direction, float[] gradient);
    }

    /** Jᵀv for each direction in their order; returns f [N, K], the logits, that come along. */
    HostTensor forEach(HostTensor images, int count, Vectors vectors, Gradients gradients) {
        Map<String, HostTensor> outputs = Map.of();
        for (int from = 0; from < count; from += directions) {
            outputs = run(images, from, Math.min(count, from + directions), vectors);
            for (int d = from; d < Math.min(count, from + directions); d++) {
                gradients.accept(
                        d,
                        output(outputs, Programs.GRADIENT_PREFIX + (d - from)).values());
            }
        }
        return output(outputs, Program.LOGITS);
    }

    /** f [N, K]. */
    HostTensor logits(HostTensor images) {
        return output(run(images, 0, 0, (_, _, _, _) -> {}), Program.LOGITS);
    }

    private Map<String, HostTensor> run(HostTensor images, int from, int end, Vectors vectors) {
        int examples = images.shape().axis(0);
        Map<String, HostTensor> inputs = new HashMap<>();
        inputs.put(Program.IMAGES, images);
        for (int d = 0; d < directions; d++) {
            HostTensor v = HostTensor.zeros(Shape.of(examples, classes));
            if (from + d < end) {
                for (int n = 0; n < examples; n++) {
                    vectors.fill(n, from + d, v.values(), n * classes);
                }
            }
            inputs.put(Programs.SEED_PREFIX + d, v);
        }
        return programs.of(examples).run(inputs, interruption::requested);
    }

    private static double[] squaredNorms(float[] gradient, int examples) {
        double[] norms = new double[examples];
        int length = gradient.length / examples;
        for (int n = 0; n < examples; n++) {
            double sum = 0;
            for (int i = n * length; i < (n + 1) * length; i++) {
                sum += (double) gradient[i] * gradient[i];
            }
            norms[n] = sum;
        }
        return norms;
    }

    private static HostTensor output(Map<String, HostTensor> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }

    @Override
    public void close() {
        programs.close();
    }
}
