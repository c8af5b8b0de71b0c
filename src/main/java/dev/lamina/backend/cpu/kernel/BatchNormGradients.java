package dev.lamina.backend.cpu.kernel;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of a batch norm's backward pass. dy may alias dx or residualGradient.
 * @param x                 the input of the forward pass
 * @param residual          what was added before the activation, if anything was
 * @param dy                gradient of y
 * @param secondDy          a second gradient of y, added to the first on the way
 * @param dx                gradient of x, overwritten
 * @param addend            added to dx on the way (the gradient that reaches x past the batch norm); may be dx itself
 * @param residualGradient  gradient of the residual, f′·dy, overwritten
 */
public record BatchNormGradients(
        BlockedTensor x,
        @Nullable BlockedTensor residual,
        BlockedTensor dy,
        @Nullable BlockedTensor secondDy,
        BlockedTensor dx,
        @Nullable BlockedTensor addend,
        @Nullable BlockedTensor residualGradient) {

    public BatchNormGradients {
        if ((residual == null) != (residualGradient == null)) {
            throw new IllegalArgumentException("a residual and its gradient belong together");
        }
    }

    /** The plain form: no residual, one gradient in, one out. */
    public static BatchNormGradients of(BlockedTensor x, BlockedTensor dy, BlockedTensor dx) {
        return new BatchNormGradients(x, null, dy, null, dx, null, null);
    }

    public BatchNormGradients withResidual(BlockedTensor value, BlockedTensor gradient) {
        return new BatchNormGradients(x, value, dy, secondDy, dx, addend, gradient);
    }

    public BatchNormGradients withSecondDy(BlockedTensor second) {
        return new BatchNormGradients(x, residual, dy, second, dx, addend, residualGradient);
    }

    public BatchNormGradients withAddend(BlockedTensor added) {
        return new BatchNormGradients(x, residual, dy, secondDy, dx, added, residualGradient);
    }

    void check(Consumer<@Nullable BlockedTensor> check) {
        check.accept(x);
        check.accept(residual);
        check.accept(dy);
        check.accept(secondDy);
        check.accept(dx);
        check.accept(addend);
        check.accept(residualGradient);
    }
}
