package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.Elementwise;
import dev.lamina.backend.cpu.kernel.FlatTensor;
import dev.lamina.backend.cpu.kernel.Launch;
import dev.lamina.backend.cpu.kernel.Team;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.Operation;
import java.util.List;

/** Sums and products of two tensors of one layout, in the memory of an operand where that is no longer needed. */
record BinaryLowering(PlanBuilder builder) {
    private static final String ALGORITHM = "vector";

    void sum(ElementOperation.Sum op) {
        List<Tensor> xs = op.xs().stream().map(builder::standard).toList();
        if (xs.size() == 1) {
            builder.define(op.y(), xs.getFirst());
            return;
        }
        Tensor y = builder.define(op.y());
        combine(op, Elementwise::add, xs.get(0), xs.get(1), y);
        xs.subList(2, xs.size()).forEach(x -> combine(op, Elementwise::add, y, x, y));
    }

    void mask(ElementOperation.Mask op) {
        Tensor x = builder.standard(op.x());
        combine(op, Elementwise::multiply, x, builder.standard(op.mask()), builder.define(op.y()));
    }

    void drawnSlope(ElementOperation.DrawnSlope op) {
        Tensor x = builder.standard(op.x());
        combine(op, Elementwise::drawnSlope, x, builder.standard(op.slopes()), builder.define(op.y()));
    }

    private interface Kernel {
        Launch launch(Team team, FlatTensor a, FlatTensor b, FlatTensor out);
    }

    private void combine(Operation op, Kernel kernel, Tensor a, Tensor b, Tensor y) {
        builder.step(
                op,
                ALGORITHM,
                List.of(a, b, y),
                binding -> kernel.launch(binding.workers().team(), binding.flat(a), binding.flat(b), binding.flat(y))
                        ::run);
        builder.overlay(y, a);
        builder.overlay(y, b);
    }
}
