package dev.lamina.train;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.batch.BatchTensors;
import dev.lamina.data.Batch;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.message.Message;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.init.Lsuv;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The part of {@link Lsuv} that needs data: in the order of the network, scales the weights of each convolution and
 * linear layer until its output on one batch has variance 1. Batch normalizations use the batch's statistics and dropout
 * its first masks, as the first step will; the running statistics are put back afterwards.
 *
 * @param interrupted asked again and again, and to say no: half the layers scaled are of no use
 */
record UnitVarianceScaling(Session session, TrainingPlan plan, Lsuv lsuv, BooleanSupplier interrupted) {
    /**
     * Scales the session's weights.
     *
     * @return the variance of each layer's output afterwards, by the layer's name, in order
     * @throws BadInputException naming the layer whose output does not vary, or not come within the tolerance
     */
    Map<String, Double> scale(Batch batch) {
        Map<String, HostTensor> state = new LinkedHashMap<>();
        for (NamedState value : plan.network().state()) {
            state.put(value.name(), session.read(value.name()));
        }
        Map<String, HostTensor> inputs = new HashMap<>(Map.of(Program.IMAGES, BatchTensors.images(batch)));
        new RandomMasks(plan).addTo(inputs, batch.size(), Progress.start(plan));
        Map<String, Double> variances = new LinkedHashMap<>();
        for (NamedParameter parameter : plan.network().parameters()) {
            if (parameter.spec().role() == ParameterRole.WEIGHT) {
                variances.put(parameter.layer(), scale(parameter, inputs, batch.size()));
            }
        }
        state.forEach(session::write);
        return variances;
    }

    private double scale(NamedParameter weight, Map<String, HostTensor> given, int batchSize) {
        String layer = weight.layer();
        Program program = Programs.trainingOutput(plan.network(), batchSize, layer);
        Map<String, HostTensor> inputs = new HashMap<>(given);
        List<String> wanted = program.inputs().stream().map(Value::name).toList();
        inputs.keySet().retainAll(wanted);
        try (Executable executable = session.prepare(program)) {
            double variance = outputVariance(executable, inputs, layer);
            for (int i = 0; i < lsuv.iterations() && Math.abs(variance - 1) > lsuv.tolerance(); i++) {
                HostTensor w = session.read(weight.name());
                multiply(w.values(), 1 / Math.sqrt(variance));
                session.write(weight.name(), w);
                variance = outputVariance(executable, inputs, layer);
            }
            if (Math.abs(variance - 1) > lsuv.tolerance()) {
                throw new BadInputException(Message.of("train.lsuvUnfinished", layer, variance, lsuv.iterations())
                        .at("training.initializer"));
            }
            return variance;
        }
    }

    private double outputVariance(Executable executable, Map<String, HostTensor> inputs, String layer) {
        float[] output = Objects.requireNonNull(
                        executable.run(inputs, interrupted).get(Programs.OUTPUT_PREFIX + layer))
                .values();
        double variance = variance(output);
        if (!(variance > 0) || Double.isInfinite(variance)) {
            throw new BadInputException(
                    Message.of("train.lsuvImpossible", layer, variance).at("training.initializer"));
        }
        return variance;
    }

    /** Of all elements about their mean. */
    static double variance(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }

    private static void multiply(float[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) factor;
        }
    }
}
