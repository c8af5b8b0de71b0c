package dev.lamina.backend.reference;

import dev.lamina.program.NormOperation;
import org.jspecify.annotations.Nullable;

/** Batch normalization with residual and activation, forward, by the formulas of {@link dev.lamina.nn.layer.BatchNorm}. */
final class Normalization {
    private Normalization() {}

    static void run(NormOperation operation, Memory memory) {
        switch (operation) {
            case NormOperation.Training f -> training(f, memory);
            case NormOperation.TrainingBackward b -> NormalizationBackward.training(b, memory);
            case NormOperation.Inference f -> inference(f, memory);
            case NormOperation.InferenceBackward b -> NormalizationBackward.inference(b, memory);
        }
    }

    private static void training(NormOperation.Training f, Memory memory) {
        DoubleTensor x = memory.of(f.x());
        double count = (double) x.size() / x.channels();
        DoubleTensor mean = memory.of(f.mean());
        DoubleTensor inverseDeviation = memory.of(f.inverseDeviation());
        DoubleTensor variance = new DoubleTensor(mean.shape());

        mean.fill(0);
        Planes.forEach(x, (n, c, i, j) -> mean.values()[c] += x.get(n, c, i, j) / count);
        Planes.forEach(x, (n, c, i, j) -> {
            double centered = x.get(n, c, i, j) - mean.values()[c];
            variance.values()[c] += centered * centered / count;
        });
        for (int c = 0; c < x.channels(); c++) {
            inverseDeviation.values()[c] = 1 / Math.sqrt(variance.values()[c] + f.epsilon());
        }
        moveRunning(memory.of(f.parameters().runningMean()), f.momentum(), mean, 1);
        moveRunning(memory.of(f.parameters().runningVariance()), f.momentum(), variance, unbiased(count));

        Response response = new Response(f.activation(), memory.of(f.activationParameters()));
        apply(Affine.ofBatch(f, memory), response, x, memory.of(f.residual()), memory.of(f.y()));
    }

    private static void inference(NormOperation.Inference f, Memory memory) {
        Response response = new Response(f.activation(), memory.of(f.activationParameters()));
        Affine affine = Affine.ofRunning(f.parameters(), f.epsilon(), memory);
        apply(affine, response, memory.of(f.x()), memory.of(f.residual()), memory.of(f.y()));
    }

    /** y = f(γ (x − mean)·inverseDeviation + β + residual). */
    private static void apply(
            Affine affine, Response response, DoubleTensor x, @Nullable DoubleTensor residual, DoubleTensor y) {
        Planes.forEach(x, (n, c, i, j) -> {
            double z = affine.preActivation(x, residual, n, c, i, j);
            y.set(n, c, i, j, response.value(c, z));
        });
    }

    /** running ← (1 − momentum)·running + momentum·factor·batch. */
    private static void moveRunning(DoubleTensor running, double momentum, DoubleTensor batch, double factor) {
        for (int c = 0; c < running.size(); c++) {
            double moved = (1 - momentum) * running.values()[c] + momentum * factor * batch.values()[c];
            running.values()[c] = moved;
        }
    }

    /** What turns the biased variance of so many elements into the unbiased one; a single element has variance 0 in both. */
    private static double unbiased(double count) {
        return count > 1 ? count / (count - 1) : 1;
    }
}
