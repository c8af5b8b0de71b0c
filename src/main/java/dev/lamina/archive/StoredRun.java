package dev.lamina.archive;

import dev.lamina.backend.UnservedSetting;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.Sha256;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A run, or a sweep of runs, as its folder tells it. Every call reads anew what is there now, so that it may be asked of a
 * run that goes on. Whatever cannot be read is a {@link BadInputException} naming the file. Any thread.
 */
public record StoredRun(RunFolder folder) {
    /** One whose folder need not be whole, or there at all: what is asked of it says so. */
    public static StoredRun in(Path path) {
        return new StoredRun(new RunFolder(path));
    }

    public Path path() {
        return folder.path();
    }

    /** The configuration as resolved. */
    public ExperimentConfig config() {
        return config(_ -> Optional.empty());
    }

    /**
     * The configuration, to compute by it.
     *
     * @param unserved finds what this machine cannot serve, which is refused
     */
    public ExperimentConfig config(Function<ExperimentConfig, Optional<UnservedSetting>> unserved) {
        return own(() -> RecordFiles.read(
                folder.config(),
                ExperimentConfig.class,
                List.of(),
                config -> unserved.apply(config).map(UnservedSetting::atKey)));
    }

    /** Who wrote a value can choose another one; here it is the program that wrote, and somebody else who changed it. */
    private static ExperimentConfig own(Supplier<ExperimentConfig> reading) {
        try {
            return reading.get();
        } catch (BadInputException e) {
            if (e.problem().remedy(Language.ENGLISH).isPresent()) {
                throw e;
            }
            throw new BadInputException(Message.of("archive.changedSince", e.problem()), e);
        }
    }

    /** Of the configuration as resolved: that of config.json, unless someone laid it out anew. */
    public String configSha256() {
        return Sha256.of(RecordFiles.write(config()).getBytes(StandardCharsets.UTF_8));
    }

    /** What is known of the run. */
    public RunRecord record() {
        if (folder.isUnbegun()) {
            throw folder.nothingDone(
                    Files.exists(folder.config()) ? folder.config().toString() : "CONFIG");
        }
        return JsonFile.read(folder.record(), RunRecord.class, RunRecord.FORMAT, RunRecord::upgraded);
    }

    /** Whether it is a single run that has begun, rather than a sweep or nothing yet. */
    public boolean hasBegun() {
        return Files.isRegularFile(folder.record());
    }

    /** Whether it is a single run that has nothing left to do; false for one that cannot be read. */
    public boolean isFinished() {
        try {
            return hasBegun() && record().state() == RunState.FINISHED;
        } catch (BadInputException _) {
            return false;
        }
    }

    /** Whether an epoch of it was measured. */
    public boolean hasMetrics() {
        return Files.exists(folder.metrics());
    }

    /** All complete epochs; none where there are none yet. */
    public List<EpochMetrics> metrics() {
        return new MetricsFile(folder.metrics()).read();
    }

    /** The newest complete epoch, without reading those before. */
    Optional<EpochMetrics> lastMetrics() {
        return new MetricsFile(folder.metrics()).last();
    }

    /** All that probes read, the large ones without what they hold; of two by one probe at one step the later. */
    public List<ReadingMeasured> readings() {
        return new ReadingsFile(folder).list();
    }

    /** One of those, with what it holds. */
    public ReadingMeasured whole(ReadingMeasured listed) {
        return new ReadingsFile(folder).whole(listed);
    }

    /** The checkpoints that can be gone on from, the older one first. */
    public List<KeptCheckpoint> checkpoints() {
        return KeptCheckpoint.of(folder);
    }
}
