package dev.lamina.experiment;

import dev.lamina.event.JsonLines;
import dev.lamina.file.AtomicFile;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** metrics.jsonl: one object an epoch, in the order of the epochs. */
public final class MetricsFile {
    private final Path file;

    public MetricsFile(Path file) {
        this.file = file;
    }

    /** Adds one line, on disk when this returns. */
    void append(EpochMetrics metrics) {
        byte[] line = (JsonLines.of(metrics) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    /**
     * Drops the epochs after a checkpoint, which will come again.
     *
     * @throws BadInputException if one up to the checkpoint is missing or there twice; the file is untouched
     */
    void truncateAfter(int epoch) {
        List<EpochMetrics> all = read();
        List<EpochMetrics> kept =
                all.stream().filter(metrics -> metrics.epoch() <= epoch).toList();
        List<Integer> epochs = kept.stream().map(EpochMetrics::epoch).toList();
        if (!epochs.equals(IntStream.rangeClosed(1, epoch).boxed().toList())) {
            throw new BadInputException(file + ": does not hold the epochs 1 to " + epoch
                    + " of the checkpoint once each; take it from a copy of the run");
        }
        if (Files.exists(file)) {
            String text = kept.stream().map(m -> JsonLines.of(m) + "\n").collect(Collectors.joining());
            AtomicFile.write(file, path -> Files.writeString(path, text));
        }
    }

    /**
     * All epochs; none where there is no file yet. A last line without an end was being written when the machine went
     * down and does not count.
     *
     * @throws BadInputException naming the line that is damaged
     */
    public List<EpochMetrics> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException(
                    file + ": cannot be read (" + FileFault.reason(e) + "); take it from a copy of the run", e);
        }
        String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1);
        List<EpochMetrics> metrics = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                try {
                    metrics.add(JsonLines.metrics(lines[i]));
                } catch (BadInputException e) {
                    throw new BadInputException(
                            file + " line " + (i + 1) + ": no metrics of an epoch; take it from a copy of the run", e);
                }
            }
        }
        return metrics;
    }
}
