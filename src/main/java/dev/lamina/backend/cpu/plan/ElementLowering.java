package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.BlockedTensor;
import dev.lamina.backend.cpu.kernel.ChannelGather;
import dev.lamina.backend.cpu.kernel.Launch;
import dev.lamina.backend.cpu.kernel.Team;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Sums and masks by oneDNN; joins, cuts and subsampling by our channel copies; reshapes cost nothing where they can. */
record ElementLowering(PlanBuilder builder) {
    private static final String COPY = "vector copy";

    /** A kernel that copies channels of one map to another. */
    private interface Copy {
        Launch launch(Team team, BlockedTensor from, BlockedTensor to);
    }

    void lower(ElementOperation operation) {
        var binary = new BinaryLowering(builder);
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
            copy(op, dy, dx, (team, from, to) -> ChannelGather.slice(team, from, first, to));
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
        copy(op, x, y, (team, from, to) -> ChannelGather.shortcut(team, from, to, op.stride()));
    }

    private void spread(ElementOperation.SubsampleZeroPadBackward op) {
        Tensor dy = builder.standard(op.dy());
        Tensor dx = builder.define(op.dx());
        copy(op, dy, dx, (team, from, to) -> ChannelGather.shortcutBackward(team, from, to, op.stride()));
    }

    private void copy(ElementOperation op, Tensor from, Tensor to, Copy copy) {
        builder.step(
                op,
                COPY,
                List.of(from, to),
                binding -> copy.launch(binding.workers().team(), binding.blocked(from), binding.blocked(to))::run);
    }
}
