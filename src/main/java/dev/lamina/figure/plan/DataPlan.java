package dev.lamina.figure.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a table comes from: runs, a CSV file, or activation functions.
 *
 * @param runs a folder of runs, or one run, beside the plan's own file
 * @param rows which epochs of a run are rows
 * @param file a CSV file in each run's folder whose rows are taken in place of epochs
 * @param reading id of what a probe read, whose last reading is taken in place of epochs
 * @param where which rows: "state = finished and seed &lt; 5"; "" for all
 * @param csv a file of numbers beside the plan's own file
 * @param holds what the file is
 * @param sha256 of the file as it was written; "" where nobody knows
 * @param configs hashes of the configurations that the file's numbers come from
 * @param activations functions by the names that a legend calls them
 * @param between the least and the greatest argument of the functions
 */
public record DataPlan(
        @Setting(meaning = "a folder of runs") Optional<String> runs,

        @Setting(defaultValue = "\"epochs\"", meaning = "which epochs of a run are rows")
        Rows rows,

        @Setting(meaning = "a CSV file in each run's folder")
        Optional<String> file,

        @Setting(meaning = "id of what a probe read") Optional<String> reading,

        @Setting(defaultValue = "\"\"", meaning = "which rows")
        String where,

        @Setting(meaning = "a file of numbers") Optional<String> csv,

        @Setting(defaultValue = "\"table\"", meaning = "what the file is")
        Holds holds,

        @Setting(defaultValue = "\"\"", meaning = "hash of the file")
        String sha256,

        @Setting(defaultValue = "[]", meaning = "hashes of the configurations behind it")
        List<String> configs,

        @Setting(defaultValue = "{}", meaning = "functions by name")
        Map<String, Curve> activations,

        @Setting(defaultValue = "[-3, 3]", meaning = "least and greatest argument")
        List<Double> between) {
    /** Which epochs of a run are rows. */
    public enum Rows {
        @JsonProperty("epochs")
        EPOCHS,
        @JsonProperty("last")
        LAST,
        /** The one with the highest test accuracy. */
        @JsonProperty("best")
        BEST
    }

    /** What a CSV file is. */
    public enum Holds {
        /** A table with names of columns in its first line. */
        @JsonProperty("table")
        TABLE,
        /** The numbers of this very figure, as it was written before. */
        @JsonProperty("figure")
        FIGURE
    }

    /**
     * A function.
     *
     * @param activation its type's id
     * @param settings its numbers
     */
    public record Curve(
            @Setting(meaning = "type of activation") String activation,

            @Setting(defaultValue = "{}", meaning = "its numbers")
            Map<String, Double> settings) {
        public Curve {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    public DataPlan {
        configs = List.copyOf(configs);
        activations = Collections.unmodifiableMap(new LinkedHashMap<>(activations));
        between = List.copyOf(between);
        long sources = Stream.of(runs.isPresent(), csv.isPresent(), !activations.isEmpty())
                .filter(given -> given)
                .count();
        if (sources != 1) {
            throw new BadInputException(Message.of("figure.oneSource"));
        }
    }

    /** The numbers of a figure that was written. */
    static DataPlan written(String csvFile, String csvSha256, List<String> configSha256s) {
        return new DataPlan(
                Optional.empty(),
                Rows.EPOCHS,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(csvFile),
                Holds.FIGURE,
                csvSha256,
                configSha256s,
                Map.of(),
                List.of(-3.0, 3.0));
    }
}
