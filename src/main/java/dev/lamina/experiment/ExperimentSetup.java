package dev.lamina.experiment;

import dev.lamina.archive.MachineDescription;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunRecord.DataDescription;
import dev.lamina.archive.RunRecord.NetworkDescription;
import dev.lamina.backend.Backend;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.DataFile;
import dev.lamina.data.DataLocation;
import dev.lamina.data.DataNotice;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.TrainTest;
import dev.lamina.data.source.DataOutline;
import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.LastNorm;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.Resolution;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.Severity;
import dev.lamina.message.Message;
import dev.lamina.nn.layer.Dropping;
import dev.lamina.probe.NormBounds;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import dev.lamina.train.TrainingPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A configuration with its data read and its network resolved: all that a run needs but a backend. */
record ExperimentSetup(ExperimentConfig config, TrainingPlan plan, DataDescription data, List<DataNotice> notices) {
    /** @throws BadInputException for data that is missing, and for settings that do not fit together */
    static ExperimentSetup of(ExperimentConfig config, DataLocation where) {
        return of(config, config.data().source().load(where));
    }

    /** With data that was read before. */
    static ExperimentSetup of(ExperimentConfig config, TrainTest source) {
        Seeds seeds = new Seeds(config.seed());
        DataParts parts = DataParts.of(source, config.data().validation(), seeds);
        ResolvedNetwork network = network(
                config, parts.training().exampleShape(), parts.training().classCount());
        return new ExperimentSetup(
                config, plan(config, parts, network, seeds), describe(source, parts), notices(source, parts));
    }

    /**
     * Finds out before any data is read whether a configuration can be trained on this machine at all.
     *
     * @throws BadInputException for a network with errors or too large for this machine, and for settings no backend takes
     */
    static void requireFeasible(ExperimentConfig config, DataLocation where) {
        DataOutline outline = config.data().source().outline(where);
        outline.requireFit(config.data().validation());
        ResolvedNetwork network =
                network(config, outline.exampleShape(), outline.classNames().size());
        Backend backend = Backends.create(config.backend().name());
        Feasibility.requireDeviceMemory(network, config.training(), backend.device());
        backend.open(config.backend().session()).close();
    }

    /**
     * The network for examples of a shape and a number of classes.
     *
     * @throws BadInputException if it has errors, or is too large for this machine
     */
    static ResolvedNetwork network(ExperimentConfig config, Shape exampleShape, int classes) {
        try {
            ResolvedNetwork network = resolve(config, exampleShape, classes).orThrow();
            Feasibility.requireMemory(network, config.training());
            return constrained(network, config.training());
        } catch (BadInputException e) {
            String key = config.network().graph() == null ? "network.preset" : "network.graph";
            throw new BadInputException(e.problem().at(key), e);
        }
    }

    private static ResolvedNetwork constrained(ResolvedNetwork network, TrainingConfig training) {
        try {
            return training.equalNorm() == null ? network : ConstrainedLayers.constrain(network, training.equalNorm());
        } catch (BadInputException e) {
            throw new BadInputException(e.problem().at("training.equalNorm"), e);
        }
    }

    private static TrainingPlan plan(ExperimentConfig config, DataParts data, ResolvedNetwork network, Seeds seeds) {
        TrainingConfig training = config.training();
        if (training.warmUpEpochs() > training.epochs()) {
            throw new BadInputException(Message.of("experiment.warmUp", training.warmUpEpochs(), training.epochs())
                    .at("training.warmUpEpochs"));
        }
        BatchPlan batches = config.batches();
        int stepsPerEpoch = batches.batchesPerEpoch(data.training().size());
        return new TrainingPlan(
                network,
                data,
                Normalization.of(config.data().normalization(), data.training()),
                batches,
                training.epochs(),
                training.optimizer(),
                training.rates(stepsPerEpoch),
                training.weightDecay(),
                training.decayScope(),
                training.initializer(),
                Optional.ofNullable(training.earlyStopping()),
                training.checkpointEveryEpochs(),
                config.probes().gbr(),
                config.probes().readings(),
                config.probes().testEveryEpochs(),
                seeds);
    }

    /** The source's, with the classes that go short after the split that was asked for. */
    private static List<DataNotice> notices(TrainTest source, DataParts parts) {
        Stream<DataNotice> found = source.notices().stream().filter(n -> !(n instanceof DataNotice.ClassesWithout));
        List<DataNotice> coverage = DataNotice.coverage(
                parts.training().classNames(),
                parts.training().classHistogram(),
                parts.test().classHistogram());
        return Stream.concat(found, coverage.stream()).toList();
    }

    private static DataDescription describe(TrainTest source, DataParts parts) {
        Map<String, String> files = new TreeMap<>();
        ImageDataset own = source.validation();
        Stream.of(source.training(), own == null ? source.training() : own, source.test())
                .flatMap(data -> data.provenance().files().stream())
                .forEach((DataFile file) -> files.put(file.path(), file.sha256()));
        ImageDataset validation = parts.validation();
        return new DataDescription(
                source.training().provenance().source(),
                parts.training().size(),
                validation == null ? 0 : validation.size(),
                parts.test().size(),
                parts.training().classCount(),
                source.training().contentSha256(),
                source.test().contentSha256(),
                own == null ? null : own.contentSha256(),
                source.training().provenance().readingVersion(),
                files);
    }

    /** Of a run of this that begins now. */
    RunRecord begun(MachineDescription machine) {
        return RunRecord.begun(
                config.name(), config.seed(), LaminaBuild.current().versions(), data, describeNetwork(), machine);
    }

    private NetworkDescription describeNetwork() {
        ResolvedNetwork network = plan.network();
        return new NetworkDescription(
                network.inputShape().toString(),
                network.layers().size(),
                parameters(),
                NetworkSummary.of(network).flops() / 2,
                NormBounds.holdsFor(network));
    }

    /** Trained values. */
    long parameters() {
        return NetworkSummary.of(plan.network()).parameters();
    }

    /** What is odd about the network without keeping it from being trained. */
    List<Message> warnings() {
        return warnings(config, plan.network().inputShape(), plan.network().classes());
    }

    static List<Message> warnings(ExperimentConfig config, Shape exampleShape, int classes) {
        return resolve(config, exampleShape, classes).diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .map(Diagnostic::line)
                .toList();
    }

    private static Resolution resolve(ExperimentConfig config, Shape exampleShape, int classes) {
        NetworkGraph graph = config.trainedGraph();
        Resolution plain = NetworkResolver.resolve(graph, exampleShape, classes);
        Dropping dropping = config.network().dropping();
        return dropping == null || plain.network().isEmpty()
                ? plain
                : NetworkResolver.resolve(LastNorm.followedBy(dropping, graph, plain.orThrow()), exampleShape, classes);
    }

    int stepsPerEpoch() {
        return plan.learningRate().stepsPerEpoch();
    }
}
