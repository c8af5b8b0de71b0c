package dev.lamina.backend.cpu.plan;

import dev.lamina.program.LossOperation;
import java.util.List;

/** Losses, by loops of our own over the few logits. */
final class LossLowering {
    private static final String ALGORITHM = "java f64";

    private final PlanBuilder builder;

    LossLowering(PlanBuilder builder) {
        this.builder = builder;
    }

    void lower(LossOperation operation) {
        switch (operation) {
            case LossOperation.CrossEntropy op -> crossEntropy(op);
            case LossOperation.CrossEntropyBackward op -> crossEntropyBackward(op);
        }
    }

    private void crossEntropy(LossOperation.CrossEntropy op) {
        Tensor logits = builder.standard(op.logits());
        Tensor labels = builder.home(op.labels());
        Tensor loss = builder.define(op.loss());
        Tensor correct = builder.define(op.correct());
        builder.step(op, ALGORITHM, List.of(logits, labels, loss, correct), binding -> {
            var kernel = new CrossEntropyKernel(
                    op.logits().shape(), op.labelSmoothing(), binding.segment(logits), binding.segment(labels));
            return () -> kernel.loss(binding.segment(loss), binding.segment(correct));
        });
    }

    private void crossEntropyBackward(LossOperation.CrossEntropyBackward op) {
        Tensor logits = builder.standard(op.logits());
        Tensor labels = builder.home(op.labels());
        Tensor dlogits = builder.define(op.dlogits());
        builder.step(op, ALGORITHM, List.of(logits, labels, dlogits), binding -> {
            var kernel = new CrossEntropyKernel(
                    op.logits().shape(), op.labelSmoothing(), binding.segment(logits), binding.segment(labels));
            return () -> kernel.gradient(binding.segment(dlogits));
        });
    }
}
