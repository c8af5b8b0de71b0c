package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * trials.jsonl in the folder of a search: one object a trial, in their order, written before the trial begins. Only the
 * owner of the search's lock writes.
 */
public record TrialsFile(Path file) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A trial that was asked for.
     *
     * @param trial its number, from 1
     * @param values by dotted key of the setting
     */
    public record Asked(int trial, Map<String, Object> values) {
        public Asked {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Adds one line, on disk when this returns. What a process that was killed left without an end is written over.
     *
     * @param before what {@link #read} gives
     */
    public void append(List<Asked> before, Asked asked) {
        try {
            if (Files.exists(file) && !endsWhole()) {
                rewrite(before);
            }
            Files.writeString(
                    file, line(asked), StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    private boolean endsWhole() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    private void rewrite(List<Asked> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(asked -> text.append(line(asked)));
        AtomicFile.write(file, path -> Files.writeString(path, text));
    }

    private static String line(Asked asked) {
        return JSON.writeValueAsString(asked) + "\n";
    }

    /**
     * All whole lines; none where there is no file yet.
     *
     * @throws BadInputException naming the line that is damaged or out of order
     */
    public List<Asked> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = JsonFile.text(file);
        List<Asked> all = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            all.add(asked(line, all.size() + 1));
        }
        return all;
    }

    private Asked asked(String line, int number) {
        try {
            Asked asked = JSON.readValue(line.getBytes(StandardCharsets.UTF_8), Asked.class);
            if (asked.trial() == number) {
                return asked;
            }
        } catch (JacksonException | NullPointerException e) {
            throw damaged(number, e);
        }
        throw damaged(number, new IllegalArgumentException(line));
    }

    private BadInputException damaged(int number, Exception cause) {
        return new BadInputException(
                Message.of("archive.damagedLine", Message.of("archive.noTrial"))
                        .at(Message.of("archive.line", file, number)),
                cause);
    }
}
