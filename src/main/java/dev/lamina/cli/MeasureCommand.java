package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.ProbeRequest;
import dev.lamina.event.JsonLines;
import dev.lamina.experiment.ProbeReport;
import dev.lamina.probe.ProbeSettings;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lamina measure RUN PROBE}. */
@Command(
        name = "measure",
        description = {
            "Reads a probe of a trained run and keeps the reading in the run folder: confusion-matrix, gbr-by-class,",
            "feature-maps, filters, sensitivity-map, learned-responses, decision-field, principal-features."
        },
        mixinStandardHelpOptions = true)
final class MeasureCommand extends OnDevice {
    @Mixin
    private MeasurementArguments run;

    @Parameters(
            paramLabel = "PROBE",
            description = "A probe's type, or a JSON object with it and the probe's settings.")
    private String probe;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One of the probe's settings, such as layer=conv1 or part=training.")
    private List<String> settings = List.of();

    @Option(names = "--json", description = "Print the reading as one line of JSON, as in readings.jsonl.")
    private boolean json;

    @Override
    ExperimentConfig config() {
        asked();
        return run.run().config();
    }

    @Override
    int here(ExperimentConfig experiment) {
        ProbeReport report = ProbeReport.of(run.run(), asked(), run.checkpoint(), data.location(), run.threads());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLines.of(report.reading()));
        } else {
            out.println(report.checkpoint());
            report.reading().readings().forEach((tag, reading) -> out.println(ReadingText.of(tag, reading)));
            report.figures().forEach(figure -> FigureListing.print(figure, out));
        }
        return ExitCode.DONE;
    }

    /** Refuses what is no probe before anything is opened. */
    private ProbeSettings asked() {
        return ProbeRequest.read(probe, settings);
    }
}
