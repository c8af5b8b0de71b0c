package dev.lamina.archive;

import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingEvent;
import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * readings.jsonl: what probes read, one event "reading-measured" a line, in the order of measuring. Readings that are large
 * stand in a file of their own, readings/step-STEP-PROBE.json, and their line has none.
 */
public final class ReadingsFile {
    private static final int MOST_INLINE = 4096;

    private final Path file;
    private final Path folder;

    public ReadingsFile(RunFolder run) {
        this.file = run.path().resolve("readings.jsonl");
        this.folder = run.path().resolve("readings");
    }

    /** Keeps one, on disk when this returns. */
    public void append(TrainingEvent.ReadingMeasured reading) {
        String whole = JsonLines.of(reading);
        boolean large = whole.length() > MOST_INLINE;
        if (large) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw AtomicFile.unwritable(folder, e);
            }
            AtomicFile.write(large(reading), path -> Files.writeString(path, whole + "\n"));
        }
        byte[] line = ((large ? JsonLines.of(emptied(reading)) : whole) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    private static TrainingEvent.ReadingMeasured emptied(TrainingEvent.ReadingMeasured reading) {
        return new TrainingEvent.ReadingMeasured(
                reading.id(), reading.probe(), reading.epoch(), reading.step(), Map.of(), reading.durationSeconds());
    }

    private Path large(TrainingEvent.ReadingMeasured reading) {
        return folder.resolve(String.format(Locale.ROOT, "step-%08d-%s.json", reading.step(), reading.probe()));
    }

    /** Drops what was read after a checkpoint, which will come again. */
    public void truncateAfter(long step) {
        List<TrainingEvent.ReadingMeasured> all = list();
        if (all.stream().allMatch(reading -> reading.step() <= step)) {
            return;
        }
        String text = all.stream()
                .filter(reading -> reading.step() <= step)
                .map(reading -> JsonLines.of(reading) + "\n")
                .collect(Collectors.joining());
        AtomicFile.write(file, path -> Files.writeString(path, text));
        for (TrainingEvent.ReadingMeasured dropped : all) {
            if (dropped.step() > step) {
                try {
                    Files.deleteIfExists(large(dropped));
                } catch (IOException e) {
                    throw AtomicFile.unwritable(large(dropped), e);
                }
            }
        }
    }

    /**
     * All that were read, the large ones without what they hold; of two by one probe at one step the later. A last line
     * without an end was being written when the machine went down and does not count.
     *
     * @throws BadInputException naming the line that is damaged
     */
    public List<TrainingEvent.ReadingMeasured> list() {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = JsonFile.text(file);
        String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1);
        Map<String, TrainingEvent.ReadingMeasured> readings = new LinkedHashMap<>();
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                TrainingEvent.ReadingMeasured reading = parse(lines[i], Message.of("archive.line", file, i + 1));
                readings.put(reading.step() + " " + reading.probe(), reading);
            }
        }
        return new ArrayList<>(readings.values());
    }

    /**
     * The same with what it holds.
     *
     * @throws BadInputException if its file is missing or damaged
     */
    public TrainingEvent.ReadingMeasured whole(TrainingEvent.ReadingMeasured listed) {
        return listed.readings().isEmpty()
                ? parse(
                        JsonFile.text(large(listed)).strip(),
                        Message.verbatim(large(listed).toString()))
                : listed;
    }

    private static TrainingEvent.ReadingMeasured parse(String line, Message place) {
        try {
            if (JsonLines.event(line) instanceof TrainingEvent.ReadingMeasured reading) {
                return reading;
            }
        } catch (BadInputException e) {
            throw damaged(place, e);
        }
        throw damaged(place, null);
    }

    private static BadInputException damaged(Message place, @Nullable Exception cause) {
        return new BadInputException(Message.of("archive.noReading").at(place), cause);
    }
}
