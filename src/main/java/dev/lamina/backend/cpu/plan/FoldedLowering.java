package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.FlatTensor;
import dev.lamina.backend.cpu.kernel.FoldedScale;
import dev.lamina.backend.cpu.kernel.GatedSum;
import dev.lamina.backend.cpu.kernel.Lanes;
import dev.lamina.backend.cpu.kernel.PassBits;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of {@link FoldedNorms}: bits and scaled weights once a run, g in each backward pass. */
final class FoldedLowering {
    private static final String ALGORITHM = "vector folded";

    private final PlanBuilder builder;
    private final FoldedNorms norms;
    private final Map<NormOperation.Inference, Tensor> bits = new HashMap<>();
    private final Map<Scaled, Value> scaled = new HashMap<>();

    private record Scaled(Value weights, NormOperation.Inference norm) {}

    FoldedLowering(PlanBuilder builder, FoldedNorms norms) {
        this.builder = builder;
        this.norms = norms;
    }

    /** Keeps of a forward pass what backward passes will ask. */
    void keep(NormOperation.Inference op, Tensor y) {
        if (!norms.isRectified(op)) {
            return;
        }
        Tensor kept = PlanBuilder.fresh(Formats.plain(floatsOfBits(y)));
        bits.put(op, kept);
        builder.step(
                op,
                ALGORITHM,
                List.of(y, kept),
                binding -> bits(binding, kept, y).take(binding.workers().team(), binding.blocked(y))::run);
    }

    /** The whole of a backward pass, unless the normalization is none of ours. */
    boolean lower(NormOperation.InferenceBackward op) {
        if (!norms.isFolded(op)) {
            return false;
        }
        if (!norms.isGated(op)) {
            List<Tensor> dys = op.dys().stream().map(builder::map).toList();
            Gate gate = gate(op, dys.subList(1, dys.size()));
            if (gate.addend.isEmpty() && gate.bits.isEmpty()) {
                define(op, dys.getFirst());
            } else {
                pass(op, dys.getFirst(), gate);
            }
        }
        return true;
    }

    private void pass(NormOperation.InferenceBackward op, Tensor dy, Gate gate) {
        Tensor g = define(op, PlanBuilder.fresh(dy.descriptor()));
        builder.step(
                op,
                ALGORITHM,
                gate.with(List.of(dy, g)),
                binding -> gate.in(binding, g).launch(binding.workers().team(), binding.blocked(dy), binding.blocked(g))
                        ::run);
        builder.overlay(g, dy);
        gate.addend.ifPresent(addend -> builder.overlay(g, addend));
    }

    /** dx, with its factor left to the weights that it meets, and the residual's gradient are both g. */
    private Tensor define(NormOperation.InferenceBackward op, Tensor g) {
        builder.define(op.dx(), g);
        op.dresidual().ifPresent(dresidual -> builder.define(dresidual, g));
        return g;
    }

    /** The tensors of a {@link GatedSum}. */
    record Gate(Optional<Tensor> addend, Optional<Tensor> bits) {
        List<Tensor> with(List<Tensor> others) {
            List<Tensor> all = new ArrayList<>(others);
            addend.ifPresent(all::add);
            bits.ifPresent(all::add);
            return all;
        }

        GatedSum in(Binding binding, Tensor g) {
            return new GatedSum(addend.map(binding::blocked), bits.map(kept -> FoldedLowering.bits(binding, kept, g)));
        }
    }

    /** What a convolution computes along, and where: the tensor of g in place of its own result. */
    record Gated(Gate gate, Tensor g) {}

    Optional<Gated> gated(ConvolutionOperation.BackwardData op) {
        return norms.gate(op).map(norm -> {
            List<Tensor> others = norm.dys().stream()
                    .filter(dy -> !dy.equals(op.dx()))
                    .map(builder::map)
                    .toList();
            return new Gated(gate(norm, others), define(norm, PlanBuilder.fresh(builder.layout(norm.dx()))));
        });
    }

    private Gate gate(NormOperation.InferenceBackward op, List<Tensor> others) {
        return new Gate(others.stream().findFirst(), Optional.ofNullable(bits.get(op.forward())));
    }

    /** The operation with weights that have taken up the factor of the normalization behind it. */
    ConvolutionOperation.BackwardData scaled(ConvolutionOperation.BackwardData op) {
        return norms.factor(op)
                .map(norm -> new ConvolutionOperation.BackwardData(
                        op.layer(),
                        op.window(),
                        op.dy(),
                        scaled.computeIfAbsent(new Scaled(op.w(), norm), key -> scale(op, norm)),
                        op.dx()))
                .orElse(op);
    }

    private Value scale(ConvolutionOperation.BackwardData op, NormOperation.Inference norm) {
        Value weights = op.w();
        Tensor from = builder.plain(weights);
        Tensor gamma = builder.home(norm.parameters().scale());
        Tensor variance = builder.home(norm.parameters().runningVariance());
        // The program's own values count from 0.
        Value result =
                new Value(-1 - scaled.size(), weights.name() + ":scaled", weights.shape(), Value.Kind.INTERMEDIATE);
        Tensor to = builder.define(result, Formats.plain(from.descriptor().lengths()));
        int channels = weights.shape().axis(0);
        long size = weights.shape().size();
        builder.step(
                op,
                ALGORITHM,
                List.of(from, gamma, variance, to),
                binding -> new FoldedScale(binding.segment(gamma), binding.segment(variance), norm.epsilon())
                        .launch(
                                binding.workers().team(),
                                channels,
                                FlatTensor.of(binding.segment(from), size),
                                FlatTensor.of(binding.segment(to), size))::run);
        return result;
    }

    private static PassBits bits(Binding binding, Tensor kept, Tensor map) {
        return new PassBits(binding.blocked(map).shape(), binding.segment(kept));
    }

    private static long floatsOfBits(Tensor map) {
        long vectors = map.descriptor().sizeBytes() / Float.BYTES / Lanes.COUNT;
        return (vectors + 1) / 2;
    }
}
