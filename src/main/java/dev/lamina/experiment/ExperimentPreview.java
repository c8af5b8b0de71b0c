package dev.lamina.experiment;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Executable;
import dev.lamina.backend.FreeMemory;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.Session;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.config.WeightDecays;
import dev.lamina.data.DataLocation;
import dev.lamina.data.DataNotice;
import dev.lamina.data.source.DataOutline;
import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.probe.GbrSettings;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an experiment will train, without reading its examples.
 *
 * @param algorithms by layer: how the backend computes it in a training step, kinds of one layer joined
 * @param memory what training takes, by the backend's own plan
 * @param freeBytes memory that is free now, not positive where that is unknown
 * @param constrained names of the layers whose weights have an equal norm
 * @param decays what the weight decays amount to over the training
 * @param warnings what is odd about the network without keeping it from being trained
 * @param notices what is to be said of the data
 */
public record ExperimentPreview(
        Shape inputShape,
        int classes,
        NetworkSummary summary,
        Map<String, String> algorithms,
        MemoryEstimate memory,
        long freeBytes,
        List<String> constrained,
        List<Message> decays,
        List<Message> warnings,
        List<DataNotice> notices) {
    /** @throws dev.lamina.tensor.BadInputException for a network with errors, and for a folder of images that is missing */
    public static ExperimentPreview of(ExperimentConfig config, DataLocation where) {
        DataOutline outline = config.data().source().outline(where);
        outline.requireFit(config.data().validation());
        int classes = outline.classNames().size();
        ResolvedNetwork network = ExperimentSetup.network(config, outline.exampleShape(), classes);
        TrainingConfig training = config.training();
        Program step = Programs.training(network, training.batchSize(), training.optimizer(), training.decayScope());
        Backend backend = Backends.create(config.backend().name());
        Feasibility.requireDeviceMemory(network, training, backend.device());
        try (Session session = backend.open(config.backend().session());
                Executable executable = session.prepare(step);
                Executable _ = session.prepare(probe(config, network))) {
            MemoryEstimate memory = MemoryEstimate.of(session, network, step);
            long freeBytes = FreeMemory.bytes();
            List<Message> warnings = new ArrayList<>(ExperimentSetup.warnings(config, outline.exampleShape(), classes));
            Feasibility.shortage(memory, training, backend, freeBytes).ifPresent(warnings::add);
            return new ExperimentPreview(
                    outline.exampleShape(),
                    classes,
                    NetworkSummary.of(network),
                    algorithms(executable),
                    memory,
                    freeBytes,
                    List.copyOf(ConstrainedLayers.of(network)),
                    decays(config, outline.trainingImages(config.data().validation())),
                    List.copyOf(warnings),
                    outline.notices());
        } catch (UnsupportedOperationException e) {
            throw Backends.lacks(config.backend().name(), e);
        }
    }

    private static List<Message> decays(ExperimentConfig config, int images) {
        return Sweep.configs(config).stream()
                .flatMap(run -> new WeightDecays(run, images).lines().stream())
                .distinct()
                .toList();
    }

    /** A measurement's program, which can take more than a step of small batches. */
    private static Program probe(ExperimentConfig config, ResolvedNetwork network) {
        GbrSettings gbr = config.probes().gbr();
        return gbr.enabled()
                ? GeneralizationBound.program(network, gbr)
                : Programs.evaluation(network, config.training().batchSize());
    }

    private static Map<String, String> algorithms(Executable executable) {
        return executable.plan().stream()
                .filter(plan -> !plan.operation().contains("update"))
                .collect(Collectors.groupingBy(
                        OperationPlan::layer,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                OperationPlan::algorithm,
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new),
                                        kinds -> String.join(", ", kinds)))));
    }
}
