package dev.lamina.program.compile;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInputs;
import dev.lamina.nn.layer.NormStatistics;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.program.LossOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Targets;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The programs that training and the probes run. All of one network share persistent values by name:
 * parameters and state as the network names them, optimizer state as "parameter#velocity" and the like.
 */
public final class Programs {
    /** What a random layer draws, dropout masks and slopes, are inputs under this prefix and the layer's name. */
    public static final String MASK_PREFIX = "mask/";
    /** Upstream gradients of the logits are inputs under this prefix and a number from 0. */
    public static final String SEED_PREFIX = "seed/";
    /** Gradients in the images are outputs under this prefix and the same number. */
    public static final String GRADIENT_PREFIX = "gradient/";
    /** Layer outputs are outputs under this prefix and the layer's name. */
    public static final String OUTPUT_PREFIX = "output/";

    private Programs() {}

    /**
     * One training step: forward with batch statistics, loss, backward, update of every parameter in place.
     * Inputs: images [N, C, H, W], labels [N], hyperparameters (see {@link OptimizerUpdates}), one mask a dropout.
     * Outputs: loss [], correct [].
     */
    public static Program training(ResolvedNetwork network, int batchSize, Optimizer optimizer, DecayScope decayScope) {
        return training(network, batchSize, optimizer, decayScope, InputForm.PREPARED, TargetForm.LABELS);
    }

    /** The same, with the inputs of raw images and of mixed labels where the forms say so. */
    public static Program training(
            ResolvedNetwork network,
            int batchSize,
            Optimizer optimizer,
            DecayScope decayScope,
            InputForm inputForm,
            TargetForm targetForm) {
        var builder = new ProgramBuilder();
        ForwardPass pass = forward(builder, network, batchSize, NormMode.TRAINING, inputForm);
        Targets targets = targetForm.targets(builder, batchSize);
        Map<String, Value> outputs = loss(builder, network, pass, targets);
        Map<NamedParameter, Value> parameters = parameters(builder, network);
        Map<Value, Value> gradients = Differentiation.differentiate(
                builder,
                pass.operations(),
                lossGradient(builder, network, pass, targets),
                Set.copyOf(parameters.values()),
                "d:");
        ParameterUpdates.of(builder, network, optimizer, decayScope).addAll(parameters, gradients);
        return builder.build("training", outputs);
    }

    /** Forward in test mode. Inputs: images, labels. Outputs: loss, correct, logits [N, K]. */
    public static Program evaluation(ResolvedNetwork network, int batchSize) {
        return evaluation(network, batchSize, InputForm.PREPARED);
    }

    /** The same, with the inputs of raw images where the form says so. */
    public static Program evaluation(ResolvedNetwork network, int batchSize, InputForm form) {
        var builder = new ProgramBuilder();
        ForwardPass pass = forward(builder, network, batchSize, NormMode.TEST, form);
        Map<String, Value> outputs = loss(builder, network, pass, TargetForm.LABELS.targets(builder, batchSize));
        outputs.put(Program.LOGITS, pass.logits());
        return builder.build("evaluation", outputs);
    }

    /**
     * Products of the transposed Jacobian ∂logits/∂images with given vectors, in test mode.
     * Inputs: images, seed/0 … [N, K]. Outputs: gradient/0 … [N, C, H, W], logits [N, K].
     */
    public static Program inputGradients(ResolvedNetwork network, int batchSize, int seeds) {
        return inputGradients(network, network.layers().size() - 1, batchSize, seeds);
    }

    /** The same of the output of a layer, which stands for the logits in inputs and outputs. */
    public static Program inputGradients(ResolvedNetwork network, int layer, int batchSize, int seeds) {
        var builder = new ProgramBuilder();
        ForwardPass pass = upTo(builder, network, layer, batchSize);
        Value output = pass.logits();
        Map<String, Value> outputs = new LinkedHashMap<>();
        outputs.put(Program.LOGITS, output);
        for (int i = 0; i < seeds; i++) {
            Value seed = builder.input(SEED_PREFIX + i, output.shape());
            outputs.put(GRADIENT_PREFIX + i, inputGradient(builder, pass, Map.of(output, seed), "d" + i + ":"));
        }
        return builder.build("input-gradients", outputs);
    }

    /** The loss and its gradient in the images, in test mode (FGSM). Inputs: images, labels. Outputs: loss, correct, gradient/0. */
    public static Program lossInputGradient(ResolvedNetwork network, int batchSize) {
        var builder = new ProgramBuilder();
        ForwardPass pass = forward(builder, network, batchSize, NormMode.TEST);
        Map<String, Value> outputs = loss(builder, network, pass, TargetForm.LABELS.targets(builder, batchSize));
        Targets targets = TargetForm.LABELS.targets(builder, batchSize);
        Map<Value, Value> upstreams = lossGradient(builder, network, pass, targets);
        outputs.put(GRADIENT_PREFIX + 0, inputGradient(builder, pass, upstreams, "d:"));
        return builder.build("loss-input-gradient", outputs);
    }

    /** Forward in test mode with the outputs of some layers, "output/layer". Input: images. */
    public static Program layerOutputs(ResolvedNetwork network, int batchSize, Set<String> layers) {
        return layerOutputs(network, batchSize, NormMode.TEST, InputForm.PREPARED, layers);
    }

    /**
     * Forward with batch statistics, as a training step begins, with the outputs of some layers, "output/layer".
     * Inputs: images in the given form, one mask a dropout. The running statistics move, as in training.
     */
    public static Program trainingOutputs(ResolvedNetwork network, int batchSize, InputForm form, Set<String> layers) {
        return layerOutputs(network, batchSize, NormMode.TRAINING, form, layers);
    }

    /** Forward in test mode. Inputs: images. Output: that of the last layer, "output/layer". */
    public static Program lastOutput(ResolvedNetwork network, int batchSize) {
        return lastOutput(network, batchSize, NormStatistics.RUNNING);
    }

    /** The same with other statistics in batch normalizations; no value of the network moves. */
    public static Program lastOutput(ResolvedNetwork network, int batchSize, NormStatistics statistics) {
        var builder = new ProgramBuilder();
        ForwardPass pass = forward(builder, network, batchSize, NormMode.test(statistics));
        String name = network.layers().getLast().name();
        return builder.build("last-output", Map.of(OUTPUT_PREFIX + name, pass.logits()));
    }

    /**
     * Forward in test mode, backward from a given gradient of the logits, update of the parameters of some layers.
     * Inputs: images, seed/0 [N, K], hyperparameters (see {@link OptimizerUpdates}). No outputs.
     */
    public static Program logitsUpdate(
            ResolvedNetwork network, int batchSize, Optimizer optimizer, DecayScope decayScope, Set<String> layers) {
        var builder = new ProgramBuilder();
        ForwardPass pass = forward(builder, network, batchSize, NormMode.TEST);
        Value seed = builder.input(SEED_PREFIX + 0, pass.logits().shape());
        Map<NamedParameter, Value> parameters = parameters(builder, network);
        parameters.keySet().removeIf(parameter -> !layers.contains(parameter.layer()));
        Map<Value, Value> gradients = Differentiation.differentiate(
                builder, pass.operations(), Map.of(pass.logits(), seed), Set.copyOf(parameters.values()), "d:");
        ParameterUpdates.of(builder, network, optimizer, decayScope).addAll(parameters, gradients);
        return builder.build("logits-update", Map.of());
    }

    /** The same for one layer, without the operations behind it; dropouts behind it have no mask. */
    public static Program trainingOutput(ResolvedNetwork network, int batchSize, String layer) {
        var builder = new ProgramBuilder();
        ForwardPass pass = ForwardCompiler.compile(builder, network, batchSize, NormMode.TRAINING, InputForm.PREPARED);
        List<String> names = network.layers().stream().map(ResolvedLayer::name).toList();
        Value output = pass.layerOutputs().get(names.indexOf(layer));
        builder.addAll(pass.operationsUpTo(output));
        return builder.build("layer-output", Map.of(OUTPUT_PREFIX + layer, output));
    }

    private static Program layerOutputs(
            ResolvedNetwork network, int batchSize, NormMode mode, InputForm form, Set<String> layers) {
        var builder = new ProgramBuilder();
        ForwardPass pass = ForwardCompiler.compile(builder, network, batchSize, mode, form);
        builder.addAll(pass.operations());
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (int i = 0; i < network.layers().size(); i++) {
            String name = network.layers().get(i).name();
            if (layers.contains(name)) {
                outputs.put(OUTPUT_PREFIX + name, pass.layerOutputs().get(i));
            }
        }
        return builder.build("layer-outputs", outputs);
    }

    /** In test mode, without the operations behind a layer; its output are the pass's logits. */
    private static ForwardPass upTo(ProgramBuilder builder, ResolvedNetwork network, int layer, int batchSize) {
        ForwardPass whole = ForwardCompiler.compile(builder, network, batchSize, NormMode.TEST, InputForm.PREPARED);
        Value output = whole.layerOutputs().get(layer);
        List<Operation> fused = Fusion.fuse(whole.operationsUpTo(output), Set.of(output));
        builder.addAll(fused);
        return new ForwardPass(whole.images(), output, whole.layerOutputs(), fused);
    }

    private static ForwardPass forward(ProgramBuilder builder, ResolvedNetwork network, int batchSize, NormMode mode) {
        return forward(builder, network, batchSize, mode, InputForm.PREPARED);
    }

    private static ForwardPass forward(
            ProgramBuilder builder, ResolvedNetwork network, int batchSize, NormMode mode, InputForm form) {
        ForwardPass pass = ForwardCompiler.compile(builder, network, batchSize, mode, form);
        List<Operation> fused = Fusion.fuse(pass.operations(), Set.of(pass.logits()));
        builder.addAll(fused);
        return new ForwardPass(pass.images(), pass.logits(), pass.layerOutputs(), fused);
    }

    private static Map<String, Value> loss(
            ProgramBuilder builder, ResolvedNetwork network, ForwardPass pass, Targets targets) {
        Value loss = builder.intermediate(Program.LOSS, Shape.of());
        Value correct = builder.intermediate(Program.CORRECT, Shape.of());
        Loss function = network.head().loss();
        builder.add(new LossOperation.Forward("head", function, pass.read(function), targets, loss, correct));
        Map<String, Value> outputs = new LinkedHashMap<>();
        outputs.put(Program.LOSS, loss);
        outputs.put(Program.CORRECT, correct);
        return outputs;
    }

    /** The gradient of the loss in each value that it reads. */
    private static Map<Value, Value> lossGradient(
            ProgramBuilder builder, ResolvedNetwork network, ForwardPass pass, Targets targets) {
        Loss function = network.head().loss();
        LossInputs<Value> read = pass.read(function);
        LossInputs<Value> gradients =
                read.map((input, value) -> builder.intermediate("d:" + input.id(), value.shape()));
        builder.add(new LossOperation.Backward("head", function, read, targets, gradients));
        return read.values().keySet().stream().collect(Collectors.toMap(read::get, gradients::get));
    }

    private static Value inputGradient(
            ProgramBuilder builder, ForwardPass pass, Map<Value, Value> upstreams, String prefix) {
        Map<Value, Value> gradients =
                Differentiation.differentiate(builder, pass.operations(), upstreams, Set.of(pass.images()), prefix);
        Value gradient = gradients.get(pass.images());
        if (gradient == null) {
            throw new IllegalArgumentException("the logits do not depend on the images");
        }
        return gradient;
    }

    private static Map<NamedParameter, Value> parameters(ProgramBuilder builder, ResolvedNetwork network) {
        return network.parameters().stream()
                .collect(Collectors.toMap(
                        p -> p, p -> builder.parameter(p.name(), p.spec().shape()), (a, _) -> a, LinkedHashMap::new));
    }
}
