package dev.lamina.reproduce;

import dev.lamina.archive.MachineDescription;
import dev.lamina.message.Message;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * result.json of one arm with one seed, written when it is done.
 *
 * @param format version of the file's layout
 * @param values by the id of the quantity, in its unit
 * @param configSha256 of the run's config.json, empty for raw pixels
 * @param finished when it was done
 * @param durationSeconds that it took
 * @param note what else is to be known
 */
public record ArmRun(
        int format,
        String arm,
        long seed,
        Map<String, Double> values,
        String configSha256,
        Instant finished,
        double durationSeconds,
        Message note,
        String lamina,
        MachineDescription machine) {
    static final int FORMAT = 1;

    public ArmRun {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    OptionalDouble value(String quantity) {
        Double value = values.get(quantity);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
