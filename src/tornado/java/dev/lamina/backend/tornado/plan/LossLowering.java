package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Losses;
import dev.lamina.backend.tornado.kernel.Sums;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.LargeMarginSoftmax;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInput;
import dev.lamina.program.LossOperation;
import dev.lamina.program.Targets;
import java.util.List;

/** Losses as kernels: one work item an example, then two sums. */
final class LossLowering {
    /** Where the labels lie; {@link Addresses#NONE} for what is not there. */
    private record Labels(int first, int second, int share) {
        static Labels of(Targets targets, Addresses addresses) {
            return new Labels(
                    addresses.of(targets.labels()),
                    addresses.of(targets.mixture().map(Targets.Mixture::secondLabels)),
                    addresses.of(targets.mixture().map(Targets.Mixture::firstShare)));
        }
    }

    private LossLowering() {}

    /** @throws UnsupportedOperationException naming the layer, for a loss that reads more than logits */
    static List<KernelTask> lower(LossOperation operation, Addresses addresses) {
        return switch (operation) {
            case LossOperation.Forward f -> forward(f, addresses);
            case LossOperation.Backward b -> List.of(backward(b, addresses));
        };
    }

    private static List<KernelTask> forward(LossOperation.Forward f, Addresses addresses) {
        int logits = addresses.of(f.logits());
        Labels labels = Labels.of(f.targets(), addresses);
        int examples = f.logits().shape().axis(0);
        int classes = f.logits().shape().axis(1);
        int losses = addresses.scratch(examples);
        int hits = addresses.scratch(examples);
        KernelTask each = KernelTask.elements(
                examples,
                (graph, name, context, m) -> graph.task(
                        name,
                        Losses::laminaExampleLosses,
                        context,
                        m,
                        logits,
                        labels.first,
                        labels.second,
                        labels.share,
                        losses,
                        hits,
                        function(f),
                        smoothing(f.function()),
                        classes,
                        examples));
        return List.of(
                each,
                sum(losses, addresses.of(f.loss()), 1f / examples, examples),
                sum(hits, addresses.of(f.correct()), 1, examples));
    }

    private static KernelTask backward(LossOperation.Backward b, Addresses addresses) {
        int logits = addresses.of(b.logits());
        Labels labels = Labels.of(b.targets(), addresses);
        int dlogits = addresses.of(b.gradients().get(LossInput.LOGITS));
        int examples = b.logits().shape().axis(0);
        int classes = b.logits().shape().axis(1);
        return KernelTask.elements(
                examples,
                (graph, name, context, m) -> graph.task(
                        name,
                        Losses::laminaLossGradient,
                        context,
                        m,
                        logits,
                        labels.first,
                        labels.second,
                        labels.share,
                        dlogits,
                        function(b),
                        smoothing(b.function()),
                        classes,
                        examples));
    }

    private static KernelTask sum(int x, int y, float factor, int n) {
        return KernelTask.groups(
                1, (graph, name, context, m) -> graph.task(name, Sums::laminaSum, context, m, x, y, factor, n));
    }

    private static int function(LossOperation operation) {
        return switch (operation.function()) {
            case Loss.CrossEntropy _ -> Losses.CROSS_ENTROPY;
            case Loss.Hinge(HingePower power) -> power == HingePower.SQUARED ? Losses.SQUARED_HINGE : Losses.HINGE;
            case LargeMarginSoftmax _ ->
                throw new UnsupportedOperationException(
                        operation.layer() + ": there is no kernel for a loss that reads features and weights");
        };
    }

    private static float smoothing(Loss loss) {
        return loss instanceof Loss.CrossEntropy(double smoothing) ? (float) smoothing : 0;
    }
}
