package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.onednn.OneDnnException;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.WeightOperation;

/** Turns operations into steps, one class a family. The compiler lists here what a new operation lacks. */
final class Lowering {
    private final PlanBuilder builder;
    private final InputLowering input;
    private final ConvolutionLowering convolution;
    private final LinearLowering linear;
    private final NormLowering norm;
    private final ActivationLowering activation;
    private final PoolLowering pool;
    private final ElementLowering element;
    private final WeightLowering weight;
    private final LossLowering loss;
    private final UpdateLowering update;

    Lowering(PlanBuilder builder, FoldedNorms norms, WinogradRule winograd, Workers workers) {
        this.builder = builder;
        var folded = new FoldedLowering(builder, norms);
        input = new InputLowering(builder);
        convolution = new ConvolutionLowering(builder, folded, winograd, workers);
        linear = new LinearLowering(builder);
        norm = new NormLowering(builder, folded);
        activation = new ActivationLowering(builder);
        pool = new PoolLowering(builder);
        element = new ElementLowering(builder);
        weight = new WeightLowering(builder);
        loss = new LossLowering(builder);
        update = new UpdateLowering(builder);
    }

    /**
     * Adds the steps of an operation.
     *
     * @throws UnsupportedOperationException naming the layer, where oneDNN has no implementation
     */
    void lower(Operation operation) {
        builder.begin(operation.layer());
        try {
            dispatch(operation);
        } catch (OneDnnException e) {
            throw new UnsupportedOperationException(operation.layer() + ": " + e.getMessage(), e);
        }
    }

    private void dispatch(Operation operation) {
        switch (operation) {
            case InputOperation op -> input.lower(op);
            case ConvolutionOperation op -> convolution.lower(op);
            case LinearOperation op -> linear.lower(op);
            case NormOperation op -> norm.lower(op);
            case ActivationOperation op -> activation.lower(op);
            case PoolOperation op -> pool.lower(op);
            case ElementOperation op -> element.lower(op);
            case WeightOperation op -> weight.lower(op);
            case LossOperation op -> loss.lower(op);
            case UpdateOperation op -> update.lower(op);
        }
    }
}
