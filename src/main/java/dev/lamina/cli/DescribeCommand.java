package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.ExperimentPreview;
import dev.lamina.graph.LayerSummary;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.tensor.Counted;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code lamina describe CONFIG}. */
@Command(
        name = "describe",
        description = "Shows a network's layers with shapes, parameters, FLOPs and how each is computed.",
        mixinStandardHelpOptions = true)
final class DescribeCommand extends OnConfig {
    @Override
    int here(ExperimentConfig experiment) {
        ExperimentPreview preview = ExperimentPreview.of(experiment, data.location());
        NetworkSummary summary = preview.summary();
        TextTable table = new TextTable("layer", "type", "output", "parameters", "FLOPs", "computed by");
        for (LayerSummary layer : summary.layers()) {
            table.add(
                    layer.name(),
                    layer.type(),
                    layer.outputShape(),
                    Amounts.grouped(layer.parameters()),
                    Amounts.count((double) layer.flops()),
                    preview.algorithms().getOrDefault(layer.name(), ""));
        }
        int batchSize = experiment.training().batchSize();
        PrintWriter out = spec.commandLine().getOut();
        out.println(table.render());
        out.println();
        out.println("input " + preview.inputShape() + ", " + preview.classes() + " classes");
        out.println(Counted.of(summary.parameters(), "parameter") + ", " + Amounts.count((double) summary.flops())
                + "FLOPs for the forward pass of one image");
        out.println(Amounts.bytes(preview.memory().bytes()) + " of memory for training with batches of " + batchSize
                + ": network, maps and working memory "
                + Amounts.bytes(preview.memory().sessionBytes())
                + ", weights and batches in the program "
                + Amounts.bytes(preview.memory().copyBytes()) + free(preview));
        if (!preview.constrained().isEmpty()) {
            out.println(Counted.of(preview.constrained().size(), "layer") + " of equal norm: "
                    + String.join(", ", preview.constrained()));
        }
        preview.notices().forEach(notice -> out.println(notice.kind() + ": " + notice.message()));
        preview.warnings().forEach(warning -> out.println("warning: " + warning));
        return ExitCode.DONE;
    }

    private static String free(ExperimentPreview preview) {
        return preview.freeBytes() > 0 ? "; free now " + Amounts.bytes(preview.freeBytes()) : "";
    }
}
