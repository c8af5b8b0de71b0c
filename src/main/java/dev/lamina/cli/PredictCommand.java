package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.PredictionLine;
import dev.lamina.experiment.PredictionReport;
import dev.lamina.message.Message;
import dev.lamina.probe.Predictor;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lamina predict RUN PICTURE…}. */
@Command(name = "predict", mixinStandardHelpOptions = true)
final class PredictCommand extends OnDevice {
    @Mixin
    private MeasurementArguments run;

    @Parameters(paramLabel = "PICTURE", index = "1..*", arity = "1..*")
    private List<Path> pictures;

    @Option(names = "--top", paramLabel = "N", defaultValue = "3")
    private int top;

    @Option(names = "--json")
    private boolean json;

    @Override
    ExperimentConfig config() {
        if (top < 1) {
            throw new BadInputException(Message.of("cli.giveOneOrMore").at("--top " + top));
        }
        return run.run().config();
    }

    @Override
    int here(ExperimentConfig experiment) {
        PredictionReport report =
                PredictionReport.of(run.run(), pictures, run.checkpoint(), data.location(), run.threads());
        Voice voice = Voice.of(spec);
        if (json) {
            report.answers().forEach(answer -> voice.print(PredictionLine.of(report, answer)));
        } else if (!report.answers().isEmpty()) {
            voice.say("cli.predicted", report.checkpoint(), words(report.score()));
            voice.print(table(report, voice).render());
        }
        report.unread().forEach(voice::remark);
        return report.unread().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private static Message words(Predictor.Score score) {
        return switch (score) {
            case PROBABILITY -> Message.of("cli.score.probability");
            case MARGIN -> Message.of("cli.score.margin");
            case INTERPOLATION -> Message.of("cli.score.interpolation");
        };
    }

    private TextTable table(PredictionReport report, Voice voice) {
        TextTable table = voice.table("picture", "likeliest");
        for (PredictionReport.Answer answer : report.answers()) {
            List<String> likeliest = report.likeliest(answer, top).stream()
                    .map(scored -> scored.name() + " " + shown(report.score(), scored.score()))
                    .toList();
            table.add(answer.file(), String.join(", ", likeliest));
        }
        return table;
    }

    private static String shown(Predictor.Score kind, double score) {
        return kind == Predictor.Score.MARGIN ? String.format(Locale.ROOT, "%.2f", score) : Amounts.percent(score);
    }
}
