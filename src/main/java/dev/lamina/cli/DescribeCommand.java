package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.ExperimentPreview;
import dev.lamina.graph.LayerSummary;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.message.Message;
import picocli.CommandLine.Command;

/** {@code lamina describe CONFIG}. */
@Command(name = "describe", mixinStandardHelpOptions = true)
final class DescribeCommand extends OnConfig {
    @Override
    int here(ExperimentConfig experiment) {
        ExperimentPreview preview = ExperimentPreview.of(experiment, data.location());
        NetworkSummary summary = preview.summary();
        Voice voice = Voice.of(spec);
        TextTable table = voice.table("layer", "type", "output", "parameters", "flops", "computedBy");
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
        voice.print(table.render() + "\n");
        voice.say("cli.input", preview.inputShape(), preview.classes());
        voice.say("cli.cost", summary.parameters(), Amounts.count((double) summary.flops()));
        Message memory = Message.of(
                "cli.memory",
                Amounts.bytes(preview.memory().bytes()),
                batchSize,
                Amounts.bytes(preview.memory().sessionBytes()),
                Amounts.bytes(preview.memory().copyBytes()));
        voice.say(
                preview.freeBytes() > 0
                        ? Message.of("cli.memoryFree", memory, Amounts.bytes(preview.freeBytes()))
                        : memory);
        if (!preview.constrained().isEmpty()) {
            voice.say("cli.equalNorm", preview.constrained().size(), preview.constrained());
        }
        preview.decays().forEach(voice::say);
        preview.notices().forEach(notice -> voice.say("message." + notice.kind(), notice.message()));
        preview.warnings().forEach(warning -> voice.say("message.warning", warning));
        return ExitCode.DONE;
    }
}
