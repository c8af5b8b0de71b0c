package dev.lamina.batch;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.Points;
import dev.lamina.nn.layer.NormStatistics;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** The last layer's outputs of a network in test mode, as points: what WNLL interpolates on. */
public final class FeatureReader implements AutoCloseable {
    private final ResolvedNetwork network;
    private final ExecutablesByBatchSize programs;
    private final int batchSize;
    private final Interruption interruption;
    private final String output;
    private final int dimension;

    /** @param network such as a backbone, or a part of a head; its output has one axis */
    public FeatureReader(Session session, ResolvedNetwork network, int batchSize, Interruption interruption) {
        this(session, network, NormStatistics.RUNNING, batchSize, interruption);
    }

    /** @param statistics of batch normalizations; with those of the batch its size matters */
    public FeatureReader(
            Session session,
            ResolvedNetwork network,
            NormStatistics statistics,
            int batchSize,
            Interruption interruption) {
        this.network = network;
        this.programs = new ExecutablesByBatchSize(session, size -> Programs.lastOutput(network, size, statistics));
        this.batchSize = batchSize;
        this.interruption = interruption;
        this.output = Programs.OUTPUT_PREFIX + network.layers().getLast().name();
        this.dimension =
                Math.toIntExact(network.layers().getLast().outputShape().size());
    }

    /**
     * Of images, each once, not augmented, in their order.
     *
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    public Points read(ImageDataset images, Normalization normalization) {
        Batches batches = Batches.inOrder(images, normalization, batchSize);
        Batch batch = batches.allocate();
        float[] features = new float[Math.multiplyExact(images.size(), dimension)];
        int done = 0;
        for (BatchIterator iterator = batches.epoch(1); iterator.next(batch); done += batch.size()) {
            run(BatchTensors.images(batch), batch.size(), features, done);
        }
        return new Points(images.size(), dimension, features);
    }

    /** Of points that are the network's input, in their order; interrupted as above. */
    public Points read(Points inputs) {
        float[] features = new float[Math.multiplyExact(inputs.count(), dimension)];
        for (int done = 0; done < inputs.count(); done += batchSize) {
            int size = Math.min(batchSize, inputs.count() - done);
            float[] values = Arrays.copyOfRange(
                    inputs.coordinates(), done * inputs.dimension(), (done + size) * inputs.dimension());
            Shape shape = network.inputShape().batched(size);
            run(new HostTensor(shape, values), size, features, done);
        }
        return new Points(inputs.count(), dimension, features);
    }

    private void run(HostTensor inputs, int size, float[] features, int done) {
        Executable program = programs.of(size);
        float[] values = Objects.requireNonNull(
                        program.run(Map.of(Program.IMAGES, inputs), interruption::requested)
                                .get(output),
                        output)
                .values();
        System.arraycopy(values, 0, features, done * dimension, size * dimension);
    }

    @Override
    public void close() {
        programs.close();
    }
}
