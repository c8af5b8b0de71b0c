package dev.lamina.backend.cpu.plan;

import dev.lamina.program.InputOperation;
import java.util.List;

/** A network's input from raw pixels, by loops of our own; it comes out plain, as images that are handed in. */
record InputLowering(PlanBuilder builder) {
    void lower(InputOperation operation) {
        switch (operation) {
            case InputOperation.Prepare op -> prepare(op);
        }
    }

    private void prepare(InputOperation.Prepare op) {
        Tensor raw = builder.plain(op.raw());
        Tensor placement = builder.plain(op.placement());
        Tensor scale = builder.plain(op.scale());
        Tensor offset = builder.plain(op.offset());
        Tensor x = builder.define(op.x(), Formats.plain(op.x().shape()));
        builder.step(
                op,
                "java f32",
                List.of(raw, placement, scale, offset, x),
                binding -> new InputKernel(
                                op.x().shape(),
                                binding.segment(raw),
                                binding.segment(placement),
                                binding.segment(scale),
                                binding.segment(offset),
                                binding.segment(x))
                        .launch(binding.workers().team()));
    }
}
