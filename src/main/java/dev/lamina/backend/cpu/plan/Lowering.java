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
    private final ConvolutionLowering convolution;
    private final NormLowering norm;

    Lowering(PlanBuilder builder, FoldedNorms norms, WinogradRule winograd, Workers workers) {
        this.builder = builder;
        var folded = new FoldedLowering(builder, norms);
        convolution = new ConvolutionLowering(builder, folded, new TwoByTwo(builder), winograd, workers);
        norm = new NormLowering(builder, folded);
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
            case InputOperation op -> new InputLowering(builder).lower(op);
            case ConvolutionOperation op -> convolution.lower(op);
            case LinearOperation op -> new LinearLowering(builder).lower(op);
            case NormOperation op -> norm.lower(op);
            case ActivationOperation op -> new ActivationLowering(builder).lower(op);
            case PoolOperation op -> new PoolLowering(builder).lower(op);
            case ElementOperation op -> new ElementLowering(builder).lower(op);
            case WeightOperation op -> new WeightLowering(builder).lower(op);
            case LossOperation op -> new LossLowering(builder).lower(op);
            case UpdateOperation op -> new UpdateLowering(builder).lower(op);
        }
    }
}
