package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.AdversarialReport;
import dev.lamina.probe.AdversarialAccuracy;
import dev.lamina.probe.DecidingHead;
import dev.lamina.probe.FgsmScale;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lamina fgsm RUN}. */
@Command(name = "fgsm", mixinStandardHelpOptions = true)
final class FgsmCommand extends OnDevice {
    @Mixin
    private MeasurementArguments run;

    @Option(names = "--epsilon", split = ",", paramLabel = "ε", defaultValue = "0,0.5,1,2,4,8")
    private List<Double> epsilons;

    @Option(names = "--scale", defaultValue = "pixel")
    private FgsmScale scale;

    @Option(names = "--through", defaultValue = "linear")
    private DecidingHead through;

    @Option(names = "--count", paramLabel = "N")
    private @Nullable Integer count;

    private final Terminal terminal = Terminal.attached();

    @Override
    ExperimentConfig config() {
        return run.run().config();
    }

    @Override
    int here(ExperimentConfig experiment) {
        Voice voice = Voice.of(spec);
        var options = new AdversarialReport.Options(
                epsilons, scale, through, MeasurementArguments.optional(count), run.checkpoint(), run.threads());
        AdversarialReport report = AdversarialReport.of(run.run(), options, data.location(), this::show);
        if (terminal == Terminal.INTERACTIVE) {
            voice.out().print("\r");
        }
        TextTable table = voice.table("epsilon", "testAccuracy", "testLoss");
        for (AdversarialAccuracy point : report.curve()) {
            table.add(
                    point.epsilon(),
                    Amounts.percent(point.accuracy()),
                    String.format(Locale.ROOT, "%.4f", point.loss()));
        }
        voice.say(
                scale == FgsmScale.PIXEL ? "cli.attackedPixels" : "cli.attackedInput",
                report.checkpoint(),
                report.examples());
        OfWnllHead.say(experiment, through, voice);
        voice.print(table.render());
        FigureListing.print(report.figure(), voice);
        return ExitCode.DONE;
    }

    private void show(int examplesDone) {
        if (terminal == Terminal.INTERACTIVE) {
            Voice voice = Voice.of(spec);
            voice.out().print("\r" + voice.text("cli.imagesDone", examplesDone) + "  ");
            voice.out().flush();
        }
    }
}
