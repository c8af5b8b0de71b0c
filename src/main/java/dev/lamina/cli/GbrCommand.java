package dev.lamina.cli;

import dev.lamina.experiment.ClassGbrReport;
import dev.lamina.metric.Reading;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Counted;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lamina gbr RUN}. */
@Command(
        name = "gbr",
        description = {
            "Measures GBR, (1/n) Σ ‖∂f(x)/∂x‖², of each class of a trained run with the run's own settings,",
            "and writes it into the run folder: SVG, PDF, PNG and CSV."
        },
        mixinStandardHelpOptions = true)
final class GbrCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private MeasurementArguments run;

    @Mixin
    private DataArguments data;

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "Training images it is measured on, instead of the run's probes.gbr.images.")
    private @Nullable Integer images;

    @Override
    public Integer call() {
        if (images != null && images < 1) {
            throw new BadInputException("--images " + images + ": give 1 or more");
        }
        OptionalInt elsewhere = DeviceProcess.run(spec, run.folder().readConfig());
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        var options =
                new ClassGbrReport.Options(MeasurementArguments.optional(images), run.checkpoint(), run.threads());
        ClassGbrReport report = ClassGbrReport.of(run.folder(), options, data.location());
        TextTable table = new TextTable("class", "name", "images", "GBR", "standard error");
        Reading.PerClass gbr = report.gbr();
        for (int i = 0; i < report.labels().length; i++) {
            table.add(
                    report.labels()[i],
                    gbr.classes().get(i),
                    gbr.examples()[i],
                    number(gbr.values()[i]),
                    number(gbr.standardErrors()[i]));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.checkpoint() + ", " + Counted.of(report.images(), "training image") + ", GBR of all "
                + number(report.mean()));
        out.println(table.render());
        FigureListing.print(report.figure(), out);
        return ExitCode.DONE;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
