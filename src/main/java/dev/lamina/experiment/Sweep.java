package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.text.NumberText;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.BadInputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The runs that the sweep section of a configuration stands for: one for each combination of its values. */
final class Sweep {
    private static final Map<String, String> SYMBOLS =
            Map.of("training.weightDecay", "λ", "training.learningRate", "η", "training.optimizer.momentum", "μ");

    /** More than anybody waits for; a slip of the pen asks for them sooner than a plan. */
    private static final int MOST_RUNS = 10_000;

    private Sweep() {}

    /**
     * One of the runs.
     *
     * @param folderName its folder within that of the sweep: "weightDecay=0.0001"
     * @param label for legends: "λ = 10⁻⁴"
     */
    record Member(String folderName, String label, ExperimentConfig config) {
        RunFolder folder(RunFolder sweep) {
            return new RunFolder(sweep.path().resolve(folderName));
        }
    }

    /** What is trained: the members' configurations, or the one there is. */
    static List<ExperimentConfig> configs(ExperimentConfig config) {
        return config.sweep().isEmpty()
                ? List.of(config)
                : members(config).stream().map(Member::config).toList();
    }

    /**
     * The combinations, keys in alphabetical order, the last one changing fastest.
     *
     * @throws BadInputException if a list is empty or repeats itself, or a value does not fit the configuration
     */
    static List<Member> members(ExperimentConfig config) {
        List<Map<String, JsonNode>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<JsonNode>> axis : new TreeMap<>(config.sweep()).entrySet()) {
            requireSweepable(axis.getKey(), axis.getValue());
            if ((long) combinations.size() * axis.getValue().size() > MOST_RUNS) {
                throw new BadInputException(
                        Message.of("experiment.sweepTooLarge", MOST_RUNS).at("sweep"));
            }
            List<Map<String, JsonNode>> extended = new ArrayList<>();
            for (Map<String, JsonNode> combination : combinations) {
                for (JsonNode value : axis.getValue()) {
                    Map<String, JsonNode> more = new TreeMap<>(combination);
                    more.put(axis.getKey(), value);
                    extended.add(more);
                }
            }
            combinations = extended;
        }
        List<Member> members = combinations.stream().map(c -> member(config, c)).toList();
        Set<String> folders = new HashSet<>();
        for (Member member : members) {
            if (!folders.add(member.folderName())) {
                throw new BadInputException(
                        Message.of("experiment.sweepTwice", member.folderName()).at("sweep"));
            }
        }
        return members;
    }

    private static void requireSweepable(String key, List<JsonNode> values) {
        String place = "sweep." + Excerpt.of(key);
        if (key.equals("sweep") || key.startsWith("sweep.")) {
            throw new BadInputException(Message.of("experiment.sweepOfSweep").at(place));
        }
        if (key.contains("=")) {
            throw new BadInputException(Message.of("experiment.sweepKey").at(place));
        }
        if (values.isEmpty()) {
            throw new BadInputException(Message.of("experiment.sweepEmpty").at(place));
        }
        if (values.stream().anyMatch(v -> v.isNumber() && !Double.isFinite(v.doubleValue()))) {
            throw new BadInputException(Message.of("experiment.sweepNumber").at(place));
        }
    }

    private static Member member(ExperimentConfig config, Map<String, JsonNode> values) {
        List<String> overrides = new ArrayList<>(List.of("sweep={}"));
        List<String> folder = new ArrayList<>();
        List<String> label = new ArrayList<>();
        values.forEach((key, value) -> {
            String name = key.substring(key.lastIndexOf('.') + 1);
            overrides.add(key + "=" + value);
            folder.add(name + "=" + text(value));
            String symbol = SYMBOLS.getOrDefault(key, name);
            label.add(value.isNumber() ? NumberText.setting(symbol, value.doubleValue()) : name + " = " + text(value));
        });
        String name = RunFolder.fileName(String.join("_", folder));
        if (!values.containsKey("name")) {
            overrides.add("name=" + SettingValues.json(config.name() + " " + name));
        }
        return new Member(name, String.join(", ", label), overridden(config, overrides));
    }

    private static ExperimentConfig overridden(ExperimentConfig config, List<String> overrides) {
        return RecordFiles.parse(RecordFiles.write(config), "sweep", ExperimentConfig.class, overrides, "sweep:");
    }

    private static String text(JsonNode value) {
        return value.isNumber()
                ? new BigDecimal(value.asString())
                        .stripTrailingZeros()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                : value.isString() ? value.stringValue() : value.toString();
    }
}
