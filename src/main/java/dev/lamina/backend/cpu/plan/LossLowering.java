package dev.lamina.backend.cpu.plan;

import dev.lamina.program.LossOperation;
import dev.lamina.program.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Losses, by loops of our own over the few logits. */
record LossLowering(PlanBuilder builder) {
    private static final String ALGORITHM = "java f64";

    /** Where {@link Targets} are. */
    private record TargetTensors(String layer, Tensor labels, Optional<Tensor> secondLabels, Optional<Tensor> share) {
        List<Tensor> with(Tensor... others) {
            List<Tensor> all = new ArrayList<>(List.of(others));
            all.add(labels);
            secondLabels.ifPresent(all::add);
            share.ifPresent(all::add);
            return all;
        }

        BoundTargets bound(Binding binding) {
            return new BoundTargets(
                    layer,
                    binding.segment(labels),
                    secondLabels.map(binding::segment).orElse(null),
                    share.map(binding::segment).orElse(null));
        }
    }

    void lower(LossOperation operation) {
        switch (operation) {
            case LossOperation.Forward op -> forward(op);
            case LossOperation.Backward op -> backward(op);
        }
    }

    private void forward(LossOperation.Forward op) {
        Tensor logits = builder.standard(op.logits());
        TargetTensors targets = targets(op.layer(), op.targets());
        Tensor loss = builder.define(op.loss());
        Tensor correct = builder.define(op.correct());
        builder.step(op, ALGORITHM, targets.with(logits, loss, correct), binding -> {
            var kernel =
                    new LossKernel(op.function(), op.logits().shape(), binding.segment(logits), targets.bound(binding));
            return () -> kernel.loss(binding.segment(loss), binding.segment(correct));
        });
    }

    private void backward(LossOperation.Backward op) {
        Tensor logits = builder.standard(op.logits());
        TargetTensors targets = targets(op.layer(), op.targets());
        Tensor dlogits = builder.define(op.dlogits());
        builder.step(op, ALGORITHM, targets.with(logits, dlogits), binding -> {
            var kernel =
                    new LossKernel(op.function(), op.logits().shape(), binding.segment(logits), targets.bound(binding));
            return () -> kernel.gradient(binding.segment(dlogits));
        });
    }

    private TargetTensors targets(String layer, Targets targets) {
        return new TargetTensors(
                layer,
                builder.home(targets.labels()),
                targets.mixture().map(mixture -> builder.home(mixture.secondLabels())),
                targets.mixture().map(mixture -> builder.home(mixture.firstShare())));
    }
}
