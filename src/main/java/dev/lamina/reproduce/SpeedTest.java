package dev.lamina.reproduce;

import dev.lamina.archive.RunState;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.TrainTest;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.RunResult;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Finds out what an arm's epochs take by three epochs (and one of WNLL) on a part of its data, in a folder that is removed
 * again. Steps and evaluation are taken to grow with the number of images. Arms that cost the same are measured once.
 */
final class SpeedTest {
    private static final int EPOCHS = 3;
    private static final int BATCHES = 8;
    private static final int TEST_IMAGES = 1024;

    private final RunSequence runs;
    private final Map<ExperimentConfig, EpochTimes> known = new HashMap<>();

    SpeedTest(RunSequence runs) {
        this.runs = runs;
    }

    /** @throws BadInputException for data or settings that cannot be used */
    EpochTimes of(ExperimentConfig config) throws InterruptedException {
        TrainTest data = config.data().source().load(runs.where());
        int images =
                Math.min(data.training().size(), BATCHES * config.training().batchSize());
        int testImages = Math.min(data.test().size(), TEST_IMAGES);
        ExperimentConfig small = small(config, images, testImages);
        EpochTimes times = known.get(small);
        if (times == null) {
            times = grown(
                    measure(small),
                    (double) data.training().size() / images,
                    (double) data.test().size() / testImages,
                    (double) (data.training().size() + data.test().size()) / (images + testImages));
            known.put(small, times);
        }
        return times;
    }

    private static ExperimentConfig small(ExperimentConfig config, int images, int testImages) {
        List<String> overrides = new ArrayList<>(List.of(
                "name=speed test",
                "data.source.trainCount=" + images,
                "data.source.testCount=" + testImages,
                "training.epochs=" + EPOCHS,
                "training.warmUpEpochs=0",
                "training.schedule=constant",
                "training.learningRate=1e-3",
                "training.weightDecay=0",
                "training.initializer=he",
                "training.checkpointEveryEpochs=" + EPOCHS,
                "probes.gbr.everyEpochs=1",
                "probes.testEveryEpochs=1"));
        if (config.decidingHead().stages().size() > 1) {
            overrides.addAll(List.of("head.alternations=1", "head.epochs=1", "head.probeEveryEpochs=0"));
        }
        return PaperTraining.with(config, overrides.toArray(String[]::new));
    }

    private EpochTimes measure(ExperimentConfig small) throws InterruptedException {
        Path folder = temporaryFolder();
        try {
            Readings readings = new Readings();
            RunResult result = runs.run(small, folder.resolve("run"), readings::on);
            if (result.state() == RunState.STOPPED) {
                throw new CancellationException("stopped");
            }
            if (result.state() == RunState.FAILED) {
                throw new BadInputException(Message.of(
                        "reproduce.speedTest",
                        Objects.requireNonNullElse(result.message(), Message.of("reproduce.noReason"))));
            }
            return readings.times();
        } finally {
            remove(folder);
        }
    }

    private static EpochTimes grown(EpochTimes small, double training, double test, double all) {
        return new EpochTimes(
                small.linear() * training,
                small.evaluation() * test,
                small.gbr(),
                small.wnllStage() * training,
                small.wnll() * all);
    }

    /** What the events of a run say; the last epoch of a kind counts, when everything has warmed up. */
    private static final class Readings {
        private double linear;
        private double evaluation;
        private double gbr;
        private double wnllStage;
        private double wnll;
        private double gbrOfEpoch;

        void on(TrainingEvent event) {
            if (event instanceof TrainingEvent.StepCompleted) {
                gbrOfEpoch = 0;
            } else if (event instanceof TrainingEvent.ReadingMeasured reading) {
                gbrOfEpoch = reading.durationSeconds();
            } else if (event instanceof TrainingEvent.EpochCompleted epoch) {
                double training = epoch.metrics().value(Tags.EPOCH_SECONDS).orElse(0);
                double rest = Math.max(0, epoch.measuringSeconds() - gbrOfEpoch);
                if (byWnll(epoch.metrics())) {
                    wnllStage = training;
                    wnll = Math.max(0, rest - evaluation);
                } else {
                    linear = training;
                    evaluation = rest;
                    gbr = gbrOfEpoch;
                }
            }
        }

        private static boolean byWnll(EpochMetrics epoch) {
            return epoch.stage() != null && epoch.stage().id().equals("wnll");
        }

        EpochTimes times() {
            return new EpochTimes(linear, evaluation, gbr, wnllStage, wnll);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lamina-speed");
        } catch (IOException e) {
            throw new BadInputException(Message.of("reproduce.noTemporaryFolder", FileFault.reason(e)), e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
