package dev.lamina.archive;

import dev.lamina.event.JsonLines;
import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** metrics.jsonl: one object an epoch, in the order of the epochs. */
public final class MetricsFile {
    /** Of several epochs with all that is measured in each. */
    private static final int TAIL_BYTES = 1 << 16;

    private final Path file;

    public MetricsFile(Path file) {
        this.file = file;
    }

    /** Adds one line, on disk when this returns. */
    public void append(EpochMetrics metrics) {
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
     * @throws BadInputException if one up to the checkpoint is missing; the file is untouched
     */
    public void truncateAfter(int epoch) {
        List<EpochMetrics> all = read();
        if (all.size() < epoch) {
            throw new BadInputException(
                    Message.of("archive.fewerEpochs", all.size(), epoch).at(file));
        }
        if (Files.exists(file)) {
            String text = all.stream()
                    .limit(epoch)
                    .map(metrics -> JsonLines.of(metrics) + "\n")
                    .collect(Collectors.joining());
            AtomicFile.write(file, path -> Files.writeString(path, text));
        }
    }

    /**
     * All epochs; none where there is no file yet. A last line without an end was being written when the machine went
     * down and does not count.
     *
     * @throws BadInputException naming the line that is damaged or out of order
     */
    public List<EpochMetrics> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = JsonFile.text(file);
        String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1);
        List<EpochMetrics> metrics = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                metrics.add(epoch(lines[i], i + 1, metrics.size() + 1));
            }
        }
        return metrics;
    }

    /**
     * The newest epoch, from the end of the file alone.
     *
     * @throws BadInputException if the line is damaged
     */
    public Optional<EpochMetrics> last() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String tail;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            tail = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw JsonFile.unreadable(file, e);
        }
        int end = tail.lastIndexOf('\n');
        int begin = tail.lastIndexOf('\n', end - 1);
        if (begin < 0) {
            List<EpochMetrics> all = read();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }
        try {
            return Optional.of(JsonLines.metrics(tail.substring(begin + 1, end)));
        } catch (BadInputException e) {
            throw new BadInputException(Message.of("archive.lastLineIsNoEpoch").at(file), e);
        }
    }

    private EpochMetrics epoch(String line, int number, int expected) {
        EpochMetrics metrics;
        try {
            metrics = JsonLines.metrics(line);
        } catch (BadInputException e) {
            throw damaged(number, Message.of("archive.noEpoch"), e);
        }
        if (metrics.epoch() != expected) {
            throw damaged(number, Message.of("archive.otherEpoch", metrics.epoch(), expected), null);
        }
        return metrics;
    }

    private BadInputException damaged(int number, Message what, @Nullable Exception cause) {
        return new BadInputException(
                Message.of("archive.damagedLine", what).at(Message.of("archive.line", file, number)), cause);
    }
}
