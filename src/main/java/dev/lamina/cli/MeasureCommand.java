package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.ProbeRequest;
import dev.lamina.event.JsonLines;
import dev.lamina.experiment.ProbeReport;
import dev.lamina.probe.ProbeSettings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lamina measure RUN PROBE}. */
@Command(name = "measure", mixinStandardHelpOptions = true)
final class MeasureCommand extends OnDevice {
    @Mixin
    private MeasurementArguments run;

    @Parameters(paramLabel = "PROBE")
    private String probe;

    @Option(names = "--set", paramLabel = "KEY=VALUE")
    private List<String> settings = List.of();

    @Option(names = "--json")
    private boolean json;

    @Override
    ExperimentConfig config() {
        asked();
        return run.run().config();
    }

    @Override
    int here(ExperimentConfig experiment) {
        ProbeReport report = ProbeReport.of(run.run(), asked(), run.checkpoint(), data.location(), run.threads());
        Voice voice = Voice.of(spec);
        if (json) {
            voice.print(JsonLines.of(report.reading()));
        } else {
            voice.say(report.checkpoint());
            report.reading().readings().forEach((tag, reading) -> voice.print(new ReadingText(voice).of(tag, reading)));
            report.figures().forEach(figure -> FigureListing.print(figure, voice));
        }
        return ExitCode.DONE;
    }

    /** Refuses what is no probe before anything is opened. */
    private ProbeSettings asked() {
        return ProbeRequest.read(probe, settings);
    }
}
