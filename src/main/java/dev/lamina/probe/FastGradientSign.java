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
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * Accuracy on adversarial examples of the fast gradient sign method ({@link SignStep}). L is the head's loss at the true
 * label, the network in test mode; of a WNLL head that of its linear classifier, which decides here as well.
 * Source: Goodfellow, Shlens, Szegedy 2015, section 4.
 */
public final class FastGradientSign implements AutoCloseable {
    private final ExecutablesByBatchSize gradients;
    private final ExecutablesByBatchSize evaluations;
    private final Normalization normalization;
    private final SignStep step;
    private final int batchSize;
    private final Interruption interruption;

    public FastGradientSign(
            Session session,
            ResolvedNetwork network,
            Normalization normalization,
            FgsmScale scale,
            int batchSize,
            Interruption interruption) {
        this.gradients = new ExecutablesByBatchSize(session, size -> Programs.lossInputGradient(network, size));
        this.evaluations = new ExecutablesByBatchSize(session, size -> Programs.evaluation(network, size));
        this.normalization = normalization;
        this.step = new SignStep(scale, normalization);
        this.batchSize = batchSize;
        this.interruption = interruption;
    }

    /**
     * The accuracy for each ε, in their order, with the parameters as they are now.
     *
     * @param epsilons at least 0
     * @param examplesDone is told after each batch
     * @throws BadInputException for the pixel scale on data that are no images
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    public List<AdversarialAccuracy> measure(ImageDataset data, List<Double> epsilons, IntConsumer examplesDone) {
        step.requireFit(data);
        List<BatchMean> losses = new ArrayList<>();
        List<CorrectCount> corrects = new ArrayList<>();
        epsilons.forEach(_ -> losses.add(new BatchMean()));
        epsilons.forEach(_ -> corrects.add(new CorrectCount()));
        Batches batches = Batches.inOrder(data, normalization, batchSize);
        Batch batch = batches.allocate();
        BatchIterator iterator = batches.epoch(1);
        int done = 0;
        while (iterator.next(batch)) {
            Map<String, HostTensor> inputs = BatchTensors.imagesAndLabels(batch);
            HostTensor gradient = gradient(inputs, batch.size());
            HostTensor images = BatchTensors.images(batch);
            for (int i = 0; i < epsilons.size(); i++) {
                inputs.put(Program.IMAGES, step.perturbed(images, gradient, epsilons.get(i)));
                BatchResult result = BatchResult.of(evaluations.of(batch.size()).run(inputs, interruption::requested));
                losses.get(i).add(result.loss(), batch.size());
                corrects.get(i).add((int) Math.round(result.correct()), batch.size());
            }
            done += batch.size();
            examplesDone.accept(done);
        }
        List<AdversarialAccuracy> results = new ArrayList<>();
        for (int i = 0; i < epsilons.size(); i++) {
            results.add(new AdversarialAccuracy(
                    epsilons.get(i), corrects.get(i).accuracy(), losses.get(i).mean()));
        }
        return results;
    }

    private HostTensor gradient(Map<String, HostTensor> inputs, int size) {
        Map<String, HostTensor> outputs = gradients.of(size).run(inputs, interruption::requested);
        return Objects.requireNonNull(outputs.get(Programs.GRADIENT_PREFIX + 0));
    }

    @Override
    public void close() {
        gradients.close();
        evaluations.close();
    }
}
