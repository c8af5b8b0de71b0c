package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.ExperimentCheck;
import dev.lamina.message.Message;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code lamina check CONFIG}. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand extends OnConfig {
    @Override
    int here(ExperimentConfig experiment) {
        Voice voice = Voice.of(spec);
        List<Message> lines = ExperimentCheck.of(experiment, data.location());
        voice.say(lines.getFirst().at(config.file()));
        lines.stream().skip(1).forEach(voice::say);
        return ExitCode.DONE;
    }
}
