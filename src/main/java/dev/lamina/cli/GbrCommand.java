package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.ProbeReport;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.probe.DecidingHead;
import dev.lamina.probe.Due;
import dev.lamina.probe.GbrByClass;
import dev.lamina.probe.GbrFunction;
import dev.lamina.tensor.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lamina gbr RUN}. */
@Command(name = "gbr", mixinStandardHelpOptions = true)
final class GbrCommand extends OnDevice {
    @Mixin
    private MeasurementArguments run;

    @Option(names = "--images", paramLabel = "N")
    private @Nullable Integer images;

    @Option(names = "--function", paramLabel = "F")
    private @Nullable GbrFunction function;

    @Override
    ExperimentConfig config() {
        if (images != null && images < 1) {
            throw new BadInputException(Message.of("cli.giveOneOrMore").at("--images " + images));
        }
        return run.run().config();
    }

    @Override
    int here(ExperimentConfig experiment) {
        ProbeReport report = ProbeReport.of(
                run.run(),
                new GbrByClass(images, function, new Due(1, null, null)),
                run.checkpoint(),
                data.location(),
                run.threads());
        var gbr = (Reading.PerClass)
                Objects.requireNonNull(report.reading().readings().get(Tags.GBR_BY_CLASS));
        Voice voice = Voice.of(spec);
        TextTable table = voice.table("class", "images", "gbr", "standardError");
        double sum = 0;
        for (int i = 0; i < gbr.classes().size(); i++) {
            sum += gbr.examples()[i] * gbr.values()[i];
            table.add(
                    gbr.classes().get(i), gbr.examples()[i], number(gbr.values()[i]), number(gbr.standardErrors()[i]));
        }
        int examples = Arrays.stream(gbr.examples()).sum();
        GbrFunction measured =
                function != null ? function : experiment.probes().gbr().function();
        voice.say("cli.gbrOfAll", report.checkpoint(), examples, number(sum / examples), measured(measured));
        OfWnllHead.say(experiment, DecidingHead.LINEAR, voice);
        voice.print(table.render());
        report.figures().forEach(figure -> FigureListing.print(figure, voice));
        return ExitCode.DONE;
    }

    private static Message measured(GbrFunction function) {
        return Message.of(
                switch (function) {
                    case LOGITS -> "cli.ofLogits";
                    case LABEL_PROBABILITY -> "cli.ofLabelProbability";
                    case BEFORE_NORMALIZATION -> "cli.ofLastLayer";
                });
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
