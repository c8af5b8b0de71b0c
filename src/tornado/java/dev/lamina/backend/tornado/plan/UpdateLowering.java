package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Updates;
import dev.lamina.nn.optim.Adam;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.UpdateRule;
import java.util.List;

/** Optimizer updates as kernels, one for a whole group of parameters that lie one behind the other. */
final class UpdateLowering {
    private UpdateLowering() {}

    /** The updates of a group, which share everything but their values; nothing for an empty one. */
    static List<KernelTask> lower(List<UpdateOperation> group, Addresses addresses) {
        if (group.isEmpty()) {
            return List.of();
        }
        long n = 0;
        for (UpdateOperation update : group.subList(0, group.size() - 1)) {
            n += FreeList.aligned(UpdateGroups.parameter(update).shape().size());
        }
        n += UpdateGroups.parameter(group.getLast()).shape().size();
        return List.of(
                switch (group.getFirst()) {
                    case UpdateOperation.Sgd sgd -> sgd(sgd, (int) n, addresses);
                    case UpdateOperation.Adam adam -> adam(adam, (int) n, addresses);
                });
    }

    private static KernelTask sgd(UpdateOperation.Sgd update, int n, Addresses addresses) {
        int w = addresses.of(update.parameter());
        int gradient = addresses.of(update.gradient());
        int velocity = addresses.of(update.velocity());
        int hyperparameters = addresses.of(update.hyperparameters());
        UpdateRule rule = update.rule();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Updates::laminaSgd,
                        context,
                        m,
                        w,
                        gradient,
                        velocity,
                        hyperparameters,
                        update.nesterov() ? 1 : 0,
                        (float) rule.learningRateFactor(),
                        (float) rule.weightDecayFactor(),
                        minimum(rule),
                        n));
    }

    private static KernelTask adam(UpdateOperation.Adam update, int n, Addresses addresses) {
        int w = addresses.of(update.parameter());
        int gradient = addresses.of(update.gradient());
        int first = addresses.of(update.firstMoment());
        int second = addresses.of(update.secondMoment());
        int hyperparameters = addresses.of(update.hyperparameters());
        Adam adam = update.optimizer();
        UpdateRule rule = update.rule();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Updates::laminaAdam,
                        context,
                        m,
                        w,
                        gradient,
                        first,
                        second,
                        hyperparameters,
                        (float) adam.beta1(),
                        (float) (1 - adam.beta1()),
                        (float) adam.beta2(),
                        (float) (1 - adam.beta2()),
                        (float) adam.epsilon(),
                        (float) rule.learningRateFactor(),
                        (float) rule.weightDecayFactor(),
                        minimum(rule),
                        n));
    }

    /** A kernel's constants are finite; nothing but an overflow is below the least float. */
    private static float minimum(UpdateRule rule) {
        return Math.max((float) rule.minimum(), -Float.MAX_VALUE);
    }
}
