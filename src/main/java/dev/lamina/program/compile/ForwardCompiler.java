package dev.lamina.program.compile;

import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Dropping;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.SubsampleZeroPad;
import dev.lamina.nn.layer.WindowPool;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Translates each layer of a resolved network into one operation; layers that do nothing in test mode into none. */
final class ForwardCompiler {
    private final ProgramBuilder builder;
    private final int batchSize;
    private final ResolvedNetwork network;
    private final NormMode mode;
    private final Set<String> constrained;
    private final List<Operation> operations = new ArrayList<>();

    private ForwardCompiler(ProgramBuilder builder, ResolvedNetwork network, int batchSize, NormMode mode) {
        this.builder = builder;
        this.network = network;
        this.constrained = ConstrainedLayers.of(network);
        this.batchSize = batchSize;
        this.mode = mode;
    }

    static ForwardPass compile(
            ProgramBuilder builder, ResolvedNetwork network, int batchSize, NormMode mode, InputForm form) {
        var compiler = new ForwardCompiler(builder, network, batchSize, mode);
        Value images = form.images(builder, network.inputShape().batched(batchSize));
        List<Value> outputs = new ArrayList<>();
        for (ResolvedLayer layer : network.layers()) {
            List<Value> inputs = layer.inputs().stream()
                    .map(i -> i == ResolvedNetwork.INPUT ? images : outputs.get(i))
                    .toList();
            outputs.add(compiler.compile(layer, inputs));
        }
        return new ForwardPass(images, outputs.getLast(), outputs, compiler.operations);
    }

    private Value compile(ResolvedLayer resolved, List<Value> inputs) {
        String name = resolved.name();
        Value x = inputs.getFirst();
        Shape shape = resolved.outputShape().batched(batchSize);
        return switch (resolved.layer()) {
            case Conv2d conv -> convolution(resolved, conv, x, output(name, shape));
            case Linear _ -> linear(resolved, x, output(name, shape));
            case BatchNorm norm -> norm(resolved, norm, x, output(name, shape));
            case ActivationLayer(Rrelu _) when mode == NormMode.TRAINING -> drawnSlopes(name, x);
            case ActivationLayer layer -> {
                List<Value> parameters = List.copyOf(parameters(resolved).values());
                yield add(
                        new ActivationOperation.Forward(name, layer.activation(), x, parameters, output(name, shape)));
            }
            case WindowPool pool -> {
                Optional<Value> winner = pool.needs() == WindowPool.Needs.WINNERS
                        ? Optional.of(builder.intermediate(name + ":winner", shape))
                        : Optional.empty();
                yield add(new PoolOperation.Windowed(name, pool, x, output(name, shape), winner));
            }
            case GlobalAveragePool _ -> add(new PoolOperation.GlobalAverage(name, x, output(name, shape)));
            case Add _ -> add(new ElementOperation.Sum(name, inputs, output(name, shape)));
            case Concatenate _ -> add(new ElementOperation.Concatenate(name, inputs, output(name, shape)));
            case Flatten _ -> add(new ElementOperation.Reshape(name, x, output(name, shape)));
            case Dropping dropping -> dropping(name, dropping, x);
            case SubsampleZeroPad pad ->
                add(new ElementOperation.SubsampleZeroPad(name, pad.stride(), x, output(name, shape)));
        };
    }

    private Value convolution(ResolvedLayer resolved, Conv2d conv, Value x, Value y) {
        Map<String, Value> parameters = parameters(resolved);
        var window = new Window(conv.kernelSize(), conv.stride(), conv.padding(), conv.dilation(), conv.groups());
        return add(new ConvolutionOperation.Forward(
                resolved.name(),
                window,
                x,
                weight(resolved, parameters),
                Optional.ofNullable(parameters.get("bias")),
                y));
    }

    private Value linear(ResolvedLayer resolved, Value x, Value y) {
        Map<String, Value> parameters = parameters(resolved);
        return add(new LinearOperation.Forward(
                resolved.name(), x, weight(resolved, parameters), Optional.ofNullable(parameters.get("bias")), y));
    }

    /** The weights the layer computes with: the trained ones, or what a constraint makes of them. */
    private Value weight(ResolvedLayer resolved, Map<String, Value> parameters) {
        Value raw = need(parameters, "weight");
        if (network.equalNorm().isEmpty() || !constrained.contains(resolved.name())) {
            return raw;
        }
        Value effective = add(new WeightOperation.EqualNorm(
                resolved.name(),
                network.equalNorm().get(),
                raw,
                builder.intermediate(raw.name() + ":effective", raw.shape())));
        Value gain = parameters.get(EqualNorm.GAIN);
        return gain == null
                ? effective
                : add(new WeightOperation.Gain(
                        resolved.name(), effective, gain, builder.intermediate(raw.name() + ":scaled", raw.shape())));
    }

    private Value norm(ResolvedLayer resolved, BatchNorm norm, Value x, Value y) {
        String name = resolved.name();
        Map<String, Value> values = parameters(resolved);
        resolved.layer()
                .state(resolved.inputShapes())
                .forEach(s -> values.put(s.name(), builder.state(name + "." + s.name(), s.shape())));
        var parameters = new NormParameters(
                need(values, "scale"),
                need(values, "shift"),
                need(values, "runningMean"),
                need(values, "runningVariance"));
        var identity = new Identity();
        if (mode == NormMode.TEST) {
            return add(new NormOperation.Inference(
                    name, norm.epsilon(), identity, x, parameters, Optional.empty(), List.of(), y));
        }
        Shape channels = parameters.scale().shape();
        return add(new NormOperation.Training(
                name,
                norm.epsilon(),
                // Running statistics of which nothing is replaced keep their values.
                mode == NormMode.TRAINING ? norm.momentum() : 0,
                identity,
                x,
                parameters,
                Optional.empty(),
                List.of(),
                builder.intermediate(name + ":mean", channels),
                builder.intermediate(name + ":inverseDeviation", channels),
                y));
    }

    private Value drawnSlopes(String name, Value x) {
        Value slopes = builder.input(Programs.MASK_PREFIX + name, x.shape());
        Value factors = builder.intermediate(name + ":factors", x.shape());
        operations.add(new ElementOperation.DrawnSlope(name, x, slopes, factors));
        return add(new ElementOperation.Mask(name, x, factors, output(name, x.shape())));
    }

    private Value dropping(String name, Dropping dropping, Value x) {
        if (mode != NormMode.TRAINING || dropping.dropsNothing()) {
            return x;
        }
        Value mask = builder.input(Programs.MASK_PREFIX + name, x.shape());
        return add(new ElementOperation.Mask(name, x, mask, output(name, x.shape())));
    }

    private Map<String, Value> parameters(ResolvedLayer resolved) {
        Map<String, Value> values = new LinkedHashMap<>();
        resolved.parameters()
                .forEach(s -> values.put(s.name(), builder.parameter(resolved.name() + "." + s.name(), s.shape())));
        return values;
    }

    private Value output(String name, Shape shape) {
        return builder.intermediate(name, shape);
    }

    private Value add(Operation operation) {
        operations.add(operation);
        return operation.outputs().getFirst();
    }

    private static Value need(Map<String, Value> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
