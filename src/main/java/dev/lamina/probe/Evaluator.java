package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.batch.BatchResult;
import dev.lamina.batch.BatchTensors;
import dev.lamina.batch.ExecutablesByBatchSize;
import dev.lamina.batch.Interruption;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.metric.BatchMean;
import dev.lamina.metric.CorrectCount;
import dev.lamina.program.compile.InputForm;
import dev.lamina.program.compile.Programs;

/** Loss and accuracy of the session's network in test mode: every example once, not augmented. */
public final class Evaluator implements AutoCloseable {
    private final ExecutablesByBatchSize programs;
    private final InputForm form;
    private final Normalization normalization;
    private final int batchSize;
    private final Interruption interruption;

    public Evaluator(
            Session session,
            ResolvedNetwork network,
            Normalization normalization,
            int batchSize,
            Interruption interruption) {
        this.form = session.preparesInputs() ? InputForm.RAW : InputForm.PREPARED;
        this.programs = new ExecutablesByBatchSize(session, size -> Programs.evaluation(network, size, form));
        this.normalization = normalization;
        this.batchSize = batchSize;
        this.interruption = interruption;
    }

    /** Prepares the program for a data set ahead of its first evaluation. */
    public void prepare(ImageDataset data) {
        programs.of(Math.min(batchSize, data.size()));
    }

    /**
     * With the parameters as they are now.
     *
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    public Evaluation evaluate(ImageDataset data) {
        Batches prepared = Batches.inOrder(data, normalization, batchSize);
        Batches batches = switch (form) {
            case PREPARED -> prepared;
            case RAW -> prepared.raw().orElseThrow();
        };
        Batch batch = batches.allocate();
        BatchMean loss = new BatchMean();
        CorrectCount correct = new CorrectCount();
        BatchIterator iterator = batches.epoch(1);
        while (iterator.next(batch)) {
            BatchResult result = BatchResult.of(
                    programs.of(batch.size()).run(BatchTensors.imagesAndLabels(batch), interruption::requested));
            loss.add(result.loss(), batch.size());
            correct.add((int) Math.round(result.correct()), batch.size());
        }
        return new Evaluation(loss.mean(), correct.accuracy(), data.size());
    }

    @Override
    public void close() {
        programs.close();
    }
}
