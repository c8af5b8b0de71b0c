package dev.lamina.backend.cpu.plan;

import dev.lamina.nn.head.LossInputs;
import dev.lamina.program.LossOperation;
import dev.lamina.program.Targets;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Losses, by loops of our own over the few logits and, where a loss reads them, features and weights. */
record LossLowering(PlanBuilder builder) {
    private static final String ALGORITHM = "java f64";

    /** Where {@link Targets} are. */
    private record TargetTensors(String layer, Tensor labels, Optional<Tensor> secondLabels, Optional<Tensor> share) {
        List<Tensor> with(List<Tensor> read, List<Tensor> written) {
            List<Tensor> all = new ArrayList<>(read);
            all.addAll(written);
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
        LossInputs<Tensor> read = op.read().map((_, value) -> builder.standard(value));
        TargetTensors targets = targets(op.layer(), op.targets());
        Tensor loss = builder.define(op.loss());
        Tensor correct = builder.define(op.correct());
        builder.step(op, ALGORITHM, targets.with(read.all(), List.of(loss, correct)), binding -> {
            var kernel = new LossKernel(op.function(), rows(binding, op.read(), read), targets.bound(binding));
            return () -> kernel.loss(binding.segment(loss), binding.segment(correct));
        });
    }

    private void backward(LossOperation.Backward op) {
        LossInputs<Tensor> read = op.read().map((_, value) -> builder.standard(value));
        TargetTensors targets = targets(op.layer(), op.targets());
        LossInputs<Tensor> gradients = op.gradients().map((_, value) -> builder.define(value));
        builder.step(op, ALGORITHM, targets.with(read.all(), gradients.all()), binding -> {
            var kernel = new LossKernel(op.function(), rows(binding, op.read(), read), targets.bound(binding));
            LossInputs<Rows> written = rows(binding, op.gradients(), gradients);
            return () -> kernel.gradient(written);
        });
    }

    private static LossInputs<Rows> rows(Binding binding, LossInputs<Value> values, LossInputs<Tensor> tensors) {
        return values.map((input, value) -> Rows.of(binding.segment(tensors.get(input)), value.shape()));
    }

    private TargetTensors targets(String layer, Targets targets) {
        return new TargetTensors(
                layer,
                builder.home(targets.labels()),
                targets.mixture().map(mixture -> builder.home(mixture.secondLabels())),
                targets.mixture().map(mixture -> builder.home(mixture.firstShare())));
    }
}
