package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.ChannelGather;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Sums and masks by oneDNN; joins, cuts and subsampling by our channel copies; reshapes cost nothing where they can. */
final class ElementLowering {
    private static final String COPY = "vector copy";

    private final PlanBuilder builder;
    private final BinaryLowering binary;

    ElementLowering(PlanBuilder builder) {
        this.builder = builder;
        binary = new BinaryLowering(builder);
    }

    void lower(ElementOperation operation) {
        switch (operation) {
            case ElementOperation.Sum op -> binary.sum(op);
            case ElementOperation.Mask op -> binary.mask(op);
            case ElementOperation.DrawnSlope op -> binary.drawnSlope(op);
            case ElementOperation.Concatenate op -> concatenate(op);
            case ElementOperation.ConcatenateBackward op -> cut(op);
            case ElementOperation.Reshape op -> reshape(op);
            case ElementOperation.SubsampleZeroPad op -> subsample(op);
            case ElementOperation.SubsampleZeroPadBackward op -> spread(op);
        }
    }

    private void concatenate(ElementOperation.Concatenate op) {
        List<Tensor> xs = op.xs().stream().map(x -> builder.map(x)).toList();
        Tensor y = builder.defineMap(op.y());
        List<Tensor> touched = new ArrayList<>(xs);
        touched.add(y);
        builder.step(
                op,
                COPY,
                touched,
                binding -> ChannelGather.concatenate(
                        binding.workers().team(),
                        xs.stream().map(binding::blocked).toList(),
                        binding.blocked(y))::run);
        builder.settle(op.y(), y);
    }

    private void cut(ElementOperation.ConcatenateBackward op) {
        Tensor dy = builder.map(op.dy());
        int channel = 0;
        for (Value value : op.dxs()) {
            Tensor dx = builder.defineMap(value);
            int first = channel;
            builder.step(
                    op,
                    COPY,
                    List.of(dy, dx),
                    binding -> ChannelGather.slice(
                            binding.workers().team(), binding.blocked(dy), first, binding.blocked(dx))::run);
            builder.settle(value, dx);
            channel += value.shape().axis(1);
        }
    }

    private void reshape(ElementOperation.Reshape op) {
        MemoryDescriptor plain = Formats.plain(op.x().shape());
        Tensor home = builder.home(op.x());
        Tensor x = Formats.isPlainInMemory(home.descriptor())
                ? new Tensor(plain, home.buffer())
                : builder.as(op.x(), plain);
        builder.define(op.y(), new Tensor(Formats.plain(op.y().shape()), x.buffer()));
    }

    private void subsample(ElementOperation.SubsampleZeroPad op) {
        Tensor x = builder.standard(op.x());
        Tensor y = builder.define(op.y());
        builder.step(
                op,
                COPY,
                List.of(x, y),
                binding -> ChannelGather.shortcut(
                        binding.workers().team(), binding.blocked(x), binding.blocked(y), op.stride())::run);
    }

    private void spread(ElementOperation.SubsampleZeroPadBackward op) {
        Tensor dy = builder.standard(op.dy());
        Tensor dx = builder.define(op.dx());
        builder.step(
                op,
                COPY,
                List.of(dy, dx),
                binding -> ChannelGather.shortcutBackward(
                        binding.workers().team(), binding.blocked(dy), binding.blocked(dx), op.stride())::run);
    }
}
