package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.BatchNorm;
import dev.lamina.backend.cpu.kernel.BatchNormBackward;
import dev.lamina.backend.cpu.kernel.BatchNormForward;
import dev.lamina.backend.cpu.kernel.BatchNormGradients;
import dev.lamina.backend.cpu.kernel.Launch;
import dev.lamina.nn.activation.Identity;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Batch normalization with residual and activation, by our fused kernels. */
final class NormLowering {
    private static final String ALGORITHM = "vector fused";

    private final PlanBuilder builder;
    private final FoldedLowering folded;
    private final Map<NormOperation.Forward, NormOperands> forwards = new HashMap<>();

    NormLowering(PlanBuilder builder, FoldedLowering folded) {
        this.builder = builder;
        this.folded = folded;
    }

    void lower(NormOperation operation) {
        switch (operation) {
            case NormOperation.Training op -> training(op);
            case NormOperation.TrainingBackward op -> trainingBackward(op);
            case NormOperation.Inference op -> inference(op);
            case NormOperation.InferenceBackward op -> inferenceBackward(op);
        }
    }

    private void training(NormOperation.Training op) {
        NormOperands operands = NormOperands.of(builder, op, List.of(op.mean(), op.inverseDeviation()));
        Tensor y = forward(
                op, operands, (pass, binding) -> pass.training(operands.running(binding, (float) op.momentum())));
        builder.settle(op.y(), y);
    }

    private void inference(NormOperation.Inference op) {
        NormOperands operands = NormOperands.of(builder, op, List.of());
        Tensor y = forward(op, operands, (pass, binding) -> pass.inference(operands.running(binding, 0)));
        builder.overlay(y, operands.x());
        builder.settle(op.y(), y);
        folded.keep(op, y);
    }

    private Tensor forward(
            NormOperation.Forward op, NormOperands operands, BiFunction<BatchNormForward, Binding, Launch> launch) {
        forwards.put(op, operands);
        Tensor y = builder.defineMap(op.y());
        builder.step(
                op, ALGORITHM, operands.with(y), binding -> launch.apply(operands.forward(binding, y), binding)::run);
        return y;
    }

    /**
     * The tensors of a backward pass.
     *
     * @param residual where the activation's derivative depends on it
     */
    private record Gradients(
            List<Tensor> dys,
            Tensor dx,
            @Nullable Tensor residual,
            @Nullable Tensor dresidual) {
        List<Tensor> with(List<Tensor> others) {
            List<Tensor> all = new ArrayList<>(others);
            all.addAll(dys);
            all.add(dx);
            Stream.of(Optional.ofNullable(residual), Optional.ofNullable(dresidual))
                    .flatMap(Optional::stream)
                    .forEach(all::add);
            return all;
        }

        BatchNormGradients in(Binding binding, NormOperands operands) {
            return new BatchNormGradients(
                    binding.blocked(operands.x()),
                    binding.optional(residual),
                    binding.blocked(dys.getFirst()),
                    dys.size() > 1 ? binding.blocked(dys.get(1)) : null,
                    binding.blocked(dx),
                    null,
                    binding.optional(dresidual));
        }
    }

    private Gradients gradients(NormOperands operands, List<Value> dys, Value dx, Optional<Value> dresidual) {
        List<Tensor> upstream = dys.stream().map(builder::map).toList();
        Tensor result = builder.defineMap(dx);
        boolean needed =
                operands.residual() != null && (dresidual.isPresent() || !(operands.activation() instanceof Identity));
        if (!needed) {
            return new Gradients(upstream, result, null, null);
        }
        // The kernels write g = f′(z) dy for the residual on the way, whether it is wanted or not.
        Tensor gradient = dresidual.map(builder::defineMap).orElseGet(() -> PlanBuilder.fresh(result.descriptor()));
        return new Gradients(upstream, result, operands.residual(), gradient);
    }

    private void trainingBackward(NormOperation.TrainingBackward op) {
        NormOperands operands = forward(op.forward());
        Gradients gradients = gradients(operands, op.dys(), op.dx(), op.dresidual());
        Tensor dscale = builder.define(op.dscale());
        Tensor dshift = builder.define(op.dshift());
        List<Tensor> touched = gradients.with(operands.withoutResidual());
        touched.addAll(List.of(dscale, dshift));
        List<Tensor> activationGradients =
                op.dactivationParameters().stream().map(builder::define).toList();
        touched.addAll(activationGradients);
        builder.step(
                op,
                ALGORITHM,
                touched,
                binding -> new BatchNormBackward(
                                operands.norm(binding, activationGradients), gradients.in(binding, operands))
                        .training(new BatchNorm.Affine(binding.segment(dscale), binding.segment(dshift)))::run);
        settle(op.dx(), op.dresidual(), gradients, operands);
    }

    private void inferenceBackward(NormOperation.InferenceBackward op) {
        if (folded.lower(op)) {
            return;
        }
        NormOperands operands = forward(op.forward());
        Gradients gradients = gradients(operands, op.dys(), op.dx(), op.dresidual());
        builder.step(
                op,
                ALGORITHM,
                gradients.with(operands.withoutResidual()),
                binding -> new BatchNormBackward(operands.norm(binding, List.of()), gradients.in(binding, operands))
                        .inference(operands.running(binding, 0))::run);
        settle(op.dx(), op.dresidual(), gradients, operands);
    }

    private NormOperands forward(NormOperation.Forward operation) {
        NormOperands operands = forwards.get(operation);
        if (operands == null) {
            throw new IllegalArgumentException(operation.layer() + ": backward pass without its forward pass");
        }
        return operands;
    }

    /** The kernels go chunk by chunk, so results may take the place of any operand of the same step. */
    private void settle(Value dx, Optional<Value> dresidual, Gradients gradients, NormOperands operands) {
        for (Tensor dy : gradients.dys) {
            if (gradients.dresidual != null) {
                builder.overlay(gradients.dresidual, dy);
            }
            builder.overlay(gradients.dx, dy);
        }
        builder.overlay(gradients.dx, operands.x());
        builder.settle(dx, gradients.dx);
        dresidual.ifPresent(value -> {
            if (gradients.dresidual != null) {
                builder.settle(value, gradients.dresidual);
            }
        });
    }
}
