package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.metric.BatchMean;
import dev.lamina.metric.CorrectCount;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import java.util.Map;
import java.util.Objects;

/** Loss and accuracy of the session's network in test mode: every example once, not augmented. */
public final class Evaluator implements AutoCloseable {
    private final ExecutablesByBatchSize programs;
    private final Normalization normalization;
    private final int batchSize;

    public Evaluator(Session session, ResolvedNetwork network, Normalization normalization, int batchSize) {
        this.programs = new ExecutablesByBatchSize(session, size -> Programs.evaluation(network, size));
        this.normalization = normalization;
        this.batchSize = batchSize;
    }

    /** Prepares the program for a data set ahead of its first evaluation. */
    public void prepare(ImageDataset data) {
        programs.of(Math.min(batchSize, data.size()));
    }

    /** With the parameters as they are now. */
    public Evaluation evaluate(ImageDataset data) {
        Batches batches = Batches.inOrder(data, normalization, batchSize);
        Batch batch = batches.allocate();
        BatchMean loss = new BatchMean();
        CorrectCount correct = new CorrectCount();
        BatchIterator iterator = batches.epoch(1);
        while (iterator.next(batch)) {
            Map<String, HostTensor> outputs = programs.of(batch.size()).run(BatchTensors.imagesAndLabels(batch));
            loss.add(scalar(outputs, Program.LOSS), batch.size());
            correct.add(Math.round(scalar(outputs, Program.CORRECT)), batch.size());
        }
        return new Evaluation(loss.mean(), correct.accuracy(), data.size());
    }

    private static float scalar(Map<String, HostTensor> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name).values()[0];
    }

    @Override
    public void close() {
        programs.close();
    }
}
