package dev.lamina.archive;

import dev.lamina.data.Sha256;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.train.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * progress.json of a checkpoint. Everything random follows from the seed, the epoch and the step, so these are the
 * state of the random number generators too.
 *
 * @param sha256 of the files beside it, by name; null in a checkpoint from before they were taken
 */
record CheckpointRecord(
        int format, long seed, Progress progress, @Nullable Map<String, String> sha256) {
    static final int FORMAT = 1;
    static final String NAME = "progress.json";
    static final String WEIGHTS = "weights.safetensors";
    static final String OPTIMIZER = "optimizer.safetensors";

    private static final String UPDATE_RATIOS = "log10UpdateRatios";
    private static final String SHA_256 = "sha256";

    CheckpointRecord {
        sha256 = sha256 == null ? null : Collections.unmodifiableMap(new TreeMap<>(sha256));
    }

    /** Update ratios and sums came later; a checkpoint without them has none. */
    static JsonNode upgraded(JsonNode tree) {
        if (!(tree instanceof ObjectNode record)) {
            return tree;
        }
        ObjectNode copy = record.deepCopy();
        if (!copy.has(SHA_256)) {
            copy.putNull(SHA_256);
        }
        if (copy.path("progress").path("sums") instanceof ObjectNode sums && !sums.has(UPDATE_RATIOS)) {
            sums.putObject(UPDATE_RATIOS);
        }
        return copy.equals(tree) ? tree : copy;
    }

    /**
     * Holds the files of a checkpoint against their sums.
     *
     * @param folder that this record lies in
     * @param named what to call it
     * @throws BadInputException naming the file that is not what was written
     */
    void requireSound(Path folder, Path named) {
        if (sha256 == null) {
            return;
        }
        sha256.forEach((name, sum) -> {
            if (!name.equals(WEIGHTS) && !name.equals(OPTIMIZER)) {
                throw new BadInputException(Message.of("archive.sumOfOtherFile").at(named.resolve(NAME)));
            }
            Path file = folder.resolve(name);
            if (!sum(file).equals(sum)) {
                throw new BadInputException(Message.of("archive.otherSum", NAME).at(named.resolve(name)));
            }
        });
    }

    private static String sum(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw JsonFile.unreadable(file, e);
        }
        return Sha256.hex(digest);
    }
}
