package dev.lamina.ui.run;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.WeightDecays;
import dev.lamina.data.DataLocation;
import dev.lamina.data.DataNotice;
import dev.lamina.data.source.Availability;
import dev.lamina.data.source.DataOutline;
import dev.lamina.data.source.DataSource;
import dev.lamina.experiment.Backends;
import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.Resolution;
import dev.lamina.graph.Severity;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an experiment could be started, found out without reading examples or opening a session.
 *
 * @param hindrance why not, one line with a remedy; empty if it could
 * @param missing the data that is not on this machine, or not where it is looked for; empty if it is there
 * @param diagnostics of the network
 * @param unserved settings that this machine cannot serve, each at its key
 * @param summary layers and costs, absent while the network has errors
 * @param memoryBytes what a training step takes at least, 0 while unknown
 * @param decays what the weight decays amount to over the training; nothing while the data is unknown
 * @param notices what is to be said of the data
 */
public record Readiness(
        Optional<Message> hindrance,
        Optional<DataSource> missing,
        List<Diagnostic> diagnostics,
        List<Diagnostic> unserved,
        Optional<NetworkSummary> summary,
        Optional<Shape> inputShape,
        int classes,
        long memoryBytes,
        List<Message> decays,
        List<DataNotice> notices) {
    private static final double GIBIBYTE = 1 << 30;

    public Readiness {
        diagnostics = List.copyOf(diagnostics);
        unserved = List.copyOf(unserved);
        decays = List.copyOf(decays);
        notices = List.copyOf(notices);
    }

    /** @param freeBytes memory that is free, not positive where that is unknown */
    public static Readiness of(ExperimentConfig config, DataLocation where, long freeBytes) {
        DataSource source = config.data().source();
        DataOutline outline;
        try {
            outline = source.outline(where);
        } catch (BadInputException e) {
            return unknown(e, Optional.of(source));
        }
        Optional<DataSource> missing = Availability.isThere(source, where) ? Optional.empty() : Optional.of(source);
        try {
            outline.requireFit(config.data().validation());
            int classes = outline.classNames().size();
            Resolution resolution = NetworkResolver.resolve(config.trainedGraph(), outline.exampleShape(), classes);
            Optional<NetworkSummary> summary = resolution.network().map(NetworkSummary::of);
            long bytes = summary.map(s -> s.trainingMemoryBytes(
                            config.training().batchSize(), config.training().optimizer()))
                    .orElse(0L);
            List<Diagnostic> unserved = unserved(config);
            return new Readiness(
                    hindrance(resolution, unserved, bytes, freeBytes),
                    missing,
                    resolution.diagnostics(),
                    unserved,
                    summary,
                    Optional.of(outline.exampleShape()),
                    classes,
                    bytes,
                    new WeightDecays(
                                    config, outline.trainingImages(config.data().validation()))
                            .lines(),
                    outline.notices());
        } catch (BadInputException e) {
            return unknown(e, missing);
        }
    }

    private static Readiness unknown(BadInputException fault, Optional<DataSource> missing) {
        return new Readiness(
                Optional.of(fault.problem()),
                missing,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                List.of(),
                List.of());
    }

    private static List<Diagnostic> unserved(ExperimentConfig config) {
        return Backends.unserved(config).stream()
                .map(setting -> new Diagnostic(Severity.ERROR, Optional.of(setting.key()), setting.message()))
                .toList();
    }

    private static Optional<Message> hindrance(
            Resolution resolution, List<Diagnostic> unserved, long bytes, long freeBytes) {
        List<Diagnostic> errors =
                Stream.concat(resolution.errors().stream(), unserved.stream()).toList();
        if (!errors.isEmpty()) {
            Message first = errors.getFirst().line();
            return Optional.of(errors.size() > 1 ? Message.of("ui.firstError", first, errors.size()) : first);
        }
        if (bytes > freeBytes && freeBytes > 0) {
            return Optional.of(Message.of("ui.memory", bytes / GIBIBYTE, freeBytes / GIBIBYTE));
        }
        return Optional.empty();
    }
}
