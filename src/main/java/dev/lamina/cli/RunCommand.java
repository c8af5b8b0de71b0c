package dev.lamina.cli;

import dev.lamina.archive.RunFolder;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.worker.Runs;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lamina run CONFIG}. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand extends TrainingCommandLine {
    @Mixin
    private ConfigArguments config;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path folder;

    @Override
    public Integer call() throws InterruptedException {
        ExperimentConfig experiment = config.read();
        if (onlyShows(experiment)) {
            return ExitCode.DONE;
        }
        Training training = training();
        if (folder != null) {
            return train(experiment, folder, training);
        }
        Path runs = Path.of("runs");
        Path target = RunFolder.claim(runs, experiment.name(), LocalDateTime.now(ZoneId.systemDefault()));
        try {
            return train(experiment, target, training);
        } finally {
            RunFolder.removeIfEmpty(target);
            RunFolder.removeIfEmpty(runs);
        }
    }

    private int train(ExperimentConfig experiment, Path target, Training training) throws InterruptedException {
        TrainingListener offering = offering(experiment);
        return training.follow((listener, queue) ->
                Runs.byBackend(data.location()).start(experiment, target, listener.and(offering), queue));
    }

    /** Offers one thread, where other programs have kept cores busy until the run begins. */
    private TrainingListener offering(ExperimentConfig experiment) {
        Optional<OtherLoad> load = OtherLoad.sinceNow();
        return event -> {
            if (event instanceof TrainingEvent.RunStarted) {
                load.flatMap(since -> since.offer(experiment)).ifPresent(Voice.of(spec)::remark);
            }
        };
    }
}
