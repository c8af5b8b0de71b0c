package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.BatchNorm;
import dev.lamina.backend.tornado.kernel.Elements;
import dev.lamina.nn.activation.Activation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Batch normalization with residual and activation as kernels: statistics by channel, then element by element. */
final class NormLowering {
    private final Addresses addresses;
    private final List<KernelTask> tasks = new ArrayList<>();

    private NormLowering(Addresses addresses) {
        this.addresses = addresses;
    }

    static List<KernelTask> lower(NormOperation operation, Addresses addresses) {
        NormLowering lowering = new NormLowering(addresses);
        switch (operation) {
            case NormOperation.Training f -> lowering.training(f);
            case NormOperation.TrainingBackward b -> lowering.trainingBackward(b);
            case NormOperation.Inference f -> lowering.inference(f);
            case NormOperation.InferenceBackward b -> lowering.inferenceBackward(b);
        }
        return lowering.tasks;
    }

    private void training(NormOperation.Training f) {
        ResponseSource source = source(f);
        int runningMean = addresses.of(f.parameters().runningMean());
        int runningVariance = addresses.of(f.parameters().runningVariance());
        float count = (float) source.batch() * source.plane();
        float unbiased = count > 1 ? count / (count - 1) : 1;
        tasks.add(KernelTask.groups(
                source.channels(),
                (graph, name, context, m) -> graph.task(
                        name,
                        BatchNorm::laminaStatistics,
                        context,
                        m,
                        source.x(),
                        source.mean(),
                        source.inverse(),
                        runningMean,
                        runningVariance,
                        (float) f.momentum(),
                        (float) f.epsilon(),
                        unbiased,
                        source.batch(),
                        source.plane(),
                        source.channels())));
        tasks.add(source.value(addresses.of(f.y())));
    }

    private void trainingBackward(NormOperation.TrainingBackward b) {
        ResponseSource source = source(b.forward());
        int g = preActivationGradient(source, b.dys(), b.dresidual(), b.dactivationParameters());
        int dscale = addresses.of(b.dscale());
        int dshift = addresses.of(b.dshift());
        int dx = addresses.of(b.dx());
        int n = source.size();
        tasks.add(KernelTask.groups(
                source.channels(),
                (graph, name, context, m) -> graph.task(
                        name,
                        BatchNorm::laminaNormSums,
                        context,
                        m,
                        source.x(),
                        source.mean(),
                        source.inverse(),
                        g,
                        dscale,
                        dshift,
                        source.batch(),
                        source.plane(),
                        source.channels())));
        tasks.add(KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        BatchNorm::laminaNormGradient,
                        context,
                        m,
                        source.x(),
                        source.mean(),
                        source.inverse(),
                        source.scale(),
                        g,
                        dscale,
                        dshift,
                        dx,
                        (float) source.batch() * source.plane(),
                        source.plane(),
                        source.channels(),
                        n)));
    }

    private void inference(NormOperation.Inference f) {
        tasks.add(source(f).value(addresses.of(f.y())));
    }

    private void inferenceBackward(NormOperation.InferenceBackward b) {
        ResponseSource source = source(b.forward());
        int g = preActivationGradient(source, b.dys(), b.dresidual(), List.of());
        int dx = addresses.of(b.dx());
        int n = source.size();
        tasks.add(KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        BatchNorm::laminaScaleChannels,
                        context,
                        m,
                        g,
                        source.inverse(),
                        source.scale(),
                        dx,
                        source.plane(),
                        source.channels(),
                        n)));
    }

    /** Makes g = f′(z) Σ dys and the gradients of the activation's parameters; where g lies: in dresidual if it is wanted. */
    private int preActivationGradient(
            ResponseSource source, List<Value> dys, Optional<Value> dresidual, List<Value> dparameters) {
        List<Integer> upstreams =
                new ArrayList<>(dys.stream().map(addresses::of).toList());
        int n = source.size();
        while (upstreams.size() > 2) {
            int first = upstreams.removeFirst();
            int second = upstreams.removeFirst();
            int sum = addresses.scratch(n);
            tasks.add(KernelTask.elements(
                    n,
                    (graph, name, context, m) ->
                            graph.task(name, Elements::laminaAdd, context, m, first, second, sum, n)));
            upstreams.addFirst(sum);
        }
        int dy0 = upstreams.getFirst();
        int dy1 = upstreams.size() > 1 ? upstreams.get(1) : Addresses.NONE;
        int g = dresidual.isPresent() ? addresses.of(dresidual) : addresses.scratch(n);
        tasks.add(source.gradient(dy0, dy1, g));
        List<Integer> gradients = dparameters.stream().map(addresses::of).toList();
        tasks.addAll(source.parameterGradients(dy0, dy1, gradients, addresses));
        return g;
    }

    private ResponseSource source(NormOperation.Training f) {
        return source(
                f.activation(),
                f.x(),
                f.parameters(),
                f.residual(),
                f.activationParameters(),
                addresses.of(f.mean()),
                addresses.of(f.inverseDeviation()));
    }

    /** The running statistics in place of the batch's; adds the kernel that makes the inverse deviation. */
    private ResponseSource source(NormOperation.Inference f) {
        int variance = addresses.of(f.parameters().runningVariance());
        int channels = f.x().shape().axis(1);
        int inverse = addresses.scratch(channels);
        tasks.add(KernelTask.elements(
                channels,
                (graph, name, context, m) -> graph.task(
                        name,
                        BatchNorm::laminaInverseDeviation,
                        context,
                        m,
                        variance,
                        inverse,
                        (float) f.epsilon(),
                        channels)));
        int mean = addresses.of(f.parameters().runningMean());
        return source(f.activation(), f.x(), f.parameters(), f.residual(), f.activationParameters(), mean, inverse);
    }

    private ResponseSource source(
            Activation activation,
            Value x,
            NormParameters parameters,
            Optional<Value> residual,
            List<Value> activationParameters,
            int mean,
            int inverse) {
        return new ResponseSource(
                activation,
                x.shape(),
                addresses.of(x),
                mean,
                inverse,
                addresses.of(parameters.scale()),
                addresses.of(parameters.shift()),
                addresses.of(residual),
                activationParameters.stream().map(addresses::of).toList());
    }
}
