package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.batch.BatchResult;
import dev.lamina.batch.BatchTensors;
import dev.lamina.batch.ExecutablesByBatchSize;
import dev.lamina.data.Batch;
import dev.lamina.data.Batches;
import dev.lamina.graph.NamedParameter;
import dev.lamina.program.Program;
import dev.lamina.program.compile.InputForm;
import dev.lamina.program.compile.Programs;
import dev.lamina.program.compile.TargetForm;
import dev.lamina.tensor.HostTensor;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Updates the session's parameters once, on one batch. */
final class TrainingStep implements StageWork, AutoCloseable {
    private final ExecutablesByBatchSize programs;
    private final RandomMasks masks;
    private final Batches batches;
    private final List<NamedParameter> weights;

    TrainingStep(Session session, TrainingPlan plan) {
        Batches prepared = Batches.shuffled(plan.data().training(), plan.normalization(), plan.batches(), plan.seeds());
        this.batches = session.preparesInputs() ? prepared.raw().orElse(prepared) : prepared;
        this.masks = new RandomMasks(plan);
        this.weights = UpdateSample.weights(plan.network());
        InputForm images = batches.areRaw() ? InputForm.RAW : InputForm.PREPARED;
        TargetForm targets = plan.batches().mixing().isPresent() ? TargetForm.MIXED_LABELS : TargetForm.LABELS;
        this.programs = new ExecutablesByBatchSize(
                session,
                size -> Programs.training(plan.network(), size, plan.optimizer(), plan.decayScope(), images, targets));
        // Prepared now, so that all values exist in the session.
        programs.of(Math.min(plan.batches().batchSize(), batches.examplesPerEpoch()));
    }

    @Override
    public Batches batches() {
        return batches;
    }

    @Override
    public List<NamedParameter> weights() {
        return weights;
    }

    @Override
    public BatchResult run(Batch batch, HostTensor hyperparameters, Progress before, BooleanSupplier interrupted) {
        Map<String, HostTensor> inputs = BatchTensors.imagesAndLabels(batch);
        inputs.put(Program.HYPERPARAMETERS, hyperparameters);
        masks.addTo(inputs, batch.size(), before);
        return BatchResult.of(programs.of(batch.size()).run(inputs, interrupted));
    }

    @Override
    public void close() {
        programs.close();
    }
}
