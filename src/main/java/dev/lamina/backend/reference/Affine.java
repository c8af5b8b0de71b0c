package dev.lamina.backend.reference;

import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import org.jspecify.annotations.Nullable;

/** The map of a normalization before its activation, per channel [C]. */
record Affine(DoubleTensor mean, DoubleTensor inverseDeviation, DoubleTensor scale, DoubleTensor shift) {
    /** With the statistics of the batch. */
    static Affine ofBatch(NormOperation.Training f, Memory memory) {
        return new Affine(
                memory.of(f.mean()),
                memory.of(f.inverseDeviation()),
                memory.of(f.parameters().scale()),
                memory.of(f.parameters().shift()));
    }

    /** With the running statistics: inverseDeviation = 1/√(runningVariance + ε). */
    static Affine ofRunning(NormParameters parameters, double epsilon, Memory memory) {
        DoubleTensor variance = memory.of(parameters.runningVariance());
        DoubleTensor inverseDeviation = new DoubleTensor(variance.shape());
        for (int c = 0; c < variance.size(); c++) {
            inverseDeviation.values()[c] = 1 / Math.sqrt(variance.values()[c] + epsilon);
        }
        return new Affine(
                memory.of(parameters.runningMean()),
                inverseDeviation,
                memory.of(parameters.scale()),
                memory.of(parameters.shift()));
    }

    /** (x − mean)·inverseDeviation. */
    double normalized(DoubleTensor x, int n, int c, int i, int j) {
        return (x.get(n, c, i, j) - mean.values()[c]) * inverseDeviation.values()[c];
    }

    /** γ (x − mean)·inverseDeviation + β + residual. */
    double preActivation(DoubleTensor x, @Nullable DoubleTensor residual, int n, int c, int i, int j) {
        double added = residual == null ? 0 : residual.get(n, c, i, j);
        return scale.values()[c] * normalized(x, n, c, i, j) + shift.values()[c] + added;
    }
}
