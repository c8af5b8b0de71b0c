package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.AdversarialReport;
import dev.lamina.probe.AdversarialAccuracy;
import dev.lamina.probe.FgsmScale;
import dev.lamina.tensor.Counted;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lamina fgsm RUN}. */
@Command(
        name = "fgsm",
        description = {
            "Measures a trained run's accuracy on adversarial test images x + ε sign(∂L/∂x),",
            "and writes the curve into the run folder: SVG, PDF, PNG and CSV."
        },
        mixinStandardHelpOptions = true)
final class FgsmCommand extends OnDevice {
    @Mixin
    private MeasurementArguments run;

    @Option(
            names = "--epsilon",
            split = ",",
            paramLabel = "ε",
            defaultValue = "0,0.5,1,2,4,8",
            description = "How far every pixel moves. Default: 0,0.5,1,2,4,8.")
    private List<Double> epsilons;

    @Option(
            names = "--scale",
            defaultValue = "pixel",
            description =
                    "One of ${COMPLETION-CANDIDATES}: gray values of 255, or the network's input. Default: pixel.")
    private FgsmScale scale;

    @Option(names = "--count", paramLabel = "N", description = "Only the first N test images.")
    private @Nullable Integer count;

    private final Terminal terminal = Terminal.attached();

    @Override
    ExperimentConfig config() {
        return run.run().config();
    }

    @Override
    int here(ExperimentConfig experiment) {
        PrintWriter out = spec.commandLine().getOut();
        var options = new AdversarialReport.Options(
                epsilons, scale, MeasurementArguments.optional(count), run.checkpoint(), run.threads());
        AdversarialReport report = AdversarialReport.of(run.run(), options, data.location(), this::show);
        if (terminal == Terminal.INTERACTIVE) {
            out.print("\r");
        }
        TextTable table = new TextTable("ε", "test accuracy", "test loss");
        for (AdversarialAccuracy point : report.curve()) {
            table.add(
                    point.epsilon(),
                    Amounts.percent(point.accuracy()),
                    String.format(Locale.ROOT, "%.4f", point.loss()));
        }
        out.println(report.checkpoint() + ", " + Counted.of(report.examples(), "test image") + ", ε in "
                + (scale == FgsmScale.PIXEL ? "gray values of 255" : "normalized pixels"));
        out.println(table.render());
        FigureListing.print(report.figure(), out);
        return ExitCode.DONE;
    }

    private void show(int examplesDone) {
        if (terminal == Terminal.INTERACTIVE) {
            PrintWriter out = spec.commandLine().getOut();
            out.print("\r" + Amounts.grouped(examplesDone) + " images  ");
            out.flush();
        }
    }
}
