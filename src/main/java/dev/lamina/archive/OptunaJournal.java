package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.search.Choice;
import dev.lamina.search.Dimension;
import dev.lamina.search.IntegerRange;
import dev.lamina.search.LinearRange;
import dev.lamina.search.LogRange;
import dev.lamina.search.Objective;
import dev.lamina.search.Search;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * optuna.log beside the trials of a search: the same as a journal of Optuna, which {@code optuna-dashboard optuna.log} shows.
 * JSON lines of Optuna's journal storage, operation 0 for the study and 4 for each trial with all that is known of it; written
 * anew in one step by the owner of the search's lock. Lamina never reads it.
 */
public final class OptunaJournal {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WORKER = "lamina";
    private static final int CREATE_STUDY = 0;
    private static final int CREATE_TRIAL = 4;
    private static final int MINIMIZE = 1;
    private static final int MAXIMIZE = 2;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private OptunaJournal() {}

    /** What a trial is to Optuna. */
    public enum State {
        RUNNING(0),
        COMPLETE(1),
        /** Paused at a rung; Optuna knows no trial that may go on. */
        PRUNED(2),
        FAIL(3);

        private final int code;

        State(int code) {
            this.code = code;
        }
    }

    /**
     * One trial.
     *
     * @param values by dotted key
     * @param measured the objective after each epoch, NaN where it was not measured
     */
    public record Entry(
            State state, Instant started, Instant updated, Map<String, Object> values, List<Double> measured) {}

    /** Writes the whole journal. */
    public static void write(RunFolder search, String name, Search settings, List<Entry> trials) {
        StringBuilder text = new StringBuilder();
        boolean maximize = settings.objective().goal() == Objective.Goal.MAXIMIZE;
        ObjectNode study = operation(CREATE_STUDY).put("study_name", name);
        study.putArray("directions").add(maximize ? MAXIMIZE : MINIMIZE);
        text.append(study).append('\n');
        trials.forEach(trial -> text.append(line(settings, trial)).append('\n'));
        Path file = search.path().resolve("optuna.log");
        AtomicFile.write(file, path -> Files.writeString(path, text));
    }

    private static ObjectNode operation(int code) {
        return JSON.createObjectNode().put("op_code", code).put("worker_id", WORKER);
    }

    private static ObjectNode line(Search settings, Entry trial) {
        ObjectNode line = operation(CREATE_TRIAL)
                .put("study_id", 0)
                .put("state", trial.state().code)
                .put("datetime_start", local(trial.started()));
        if (trial.state() != State.RUNNING) {
            line.put("datetime_complete", local(trial.updated()));
        }
        ObjectNode distributions = line.putObject("distributions");
        ObjectNode parameters = line.putObject("params");
        trial.values().forEach((key, value) -> {
            Dimension dimension = settings.space().get(key);
            if (dimension != null) {
                distributions.put(key, distribution(dimension).toString());
                parameters.put(
                        key,
                        dimension instanceof Choice choice
                                ? choice.values().indexOf(value)
                                : ((Number) value).doubleValue());
            }
        });
        double best = Double.NaN;
        ObjectNode intermediate = line.putObject("intermediate_values");
        for (int epoch = 0; epoch < trial.measured().size(); epoch++) {
            double value = trial.measured().get(epoch);
            if (Double.isFinite(value)) {
                intermediate.put(String.valueOf(epoch + 1), value);
                best = value;
            }
        }
        if (trial.state() == State.COMPLETE && !Double.isNaN(best)) {
            line.put("value", best);
        }
        line.putObject("user_attrs");
        line.putObject("system_attrs");
        return line;
    }

    private static String local(Instant time) {
        return LOCAL.format(time.atZone(ZoneId.systemDefault()));
    }

    private static ObjectNode distribution(Dimension dimension) {
        return switch (dimension) {
            case LinearRange range -> range("FloatDistribution", range.low(), range.high());
            case LogRange range -> {
                ObjectNode log = range("FloatDistribution", range.low(), range.high());
                ((ObjectNode) log.get("attributes")).put("log", true);
                yield log;
            }
            case IntegerRange range -> {
                ObjectNode whole = JSON.createObjectNode().put("name", "IntDistribution");
                whole.putObject("attributes")
                        .put("log", false)
                        .put("step", 1)
                        .put("low", range.low())
                        .put("high", range.high());
                yield whole;
            }
            case Choice choice -> {
                ObjectNode categories = JSON.createObjectNode().put("name", "CategoricalDistribution");
                categories.putObject("attributes").set("choices", JSON.valueToTree(choice.values()));
                yield categories;
            }
        };
    }

    private static ObjectNode range(String name, double low, double high) {
        ObjectNode range = JSON.createObjectNode().put("name", name);
        range.putObject("attributes")
                .putNull("step")
                .put("low", low)
                .put("high", high)
                .put("log", false);
        return range;
    }
}
