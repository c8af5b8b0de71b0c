package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.text.NumberText;
import dev.lamina.figure.text.Symbols;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.search.Choice;
import dev.lamina.search.Point;
import dev.lamina.search.Search;
import dev.lamina.search.SearchSpace;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.BadInputException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * The runs that a configuration stands for: one for each combination of the values in its sweep section and each of its
 * seeds, or those of a search.
 */
final class Sweep {
    /** More than anybody waits for; a slip of the pen asks for them sooner than a plan. */
    private static final int MOST_RUNS = 10_000;

    /** Digits of a number that nobody wrote, in a label. */
    private static final MathContext DRAWN = new MathContext(3);

    private static final String SEED = "seed";
    private static final List<String> OF_SEVERAL_RUNS = List.of("sweep", "search", "seeds", "slots");

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

    /** What is trained: the members' configurations, or the one there is; of a search, some from all over its space. */
    static List<ExperimentConfig> configs(ExperimentConfig config) {
        return config.single()
                ? List.of(config)
                : members(config).stream().map(Member::config).toList();
    }

    /**
     * The combinations, keys in alphabetical order and several seeds behind them, the last one changing fastest; samples of a
     * search.
     *
     * @throws BadInputException if a list is empty or repeats itself, or a value does not fit the configuration
     */
    static List<Member> members(ExperimentConfig config) {
        Optional<Search> search = Optional.ofNullable(config.search());
        return search.isPresent() ? samples(config, search.get()) : combinations(config);
    }

    /** Both ends of every range with each choice: what can be refused at all is refused before the first trial. */
    private static List<Member> samples(ExperimentConfig config, Search search) {
        SearchSpace space = new SearchSpace(search.space());
        search.space().keySet().forEach(key -> requireSweepable(key, "search.space"));
        int most = space.dimensions().values().stream()
                .mapToInt(dimension -> dimension instanceof Choice choice ? choice.count() : 2)
                .max()
                .orElseThrow();
        List<Member> samples = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            samples.add(trial(config, i + 1, space.at(sample(space, i)), 0));
        }
        return samples;
    }

    private static double[] sample(SearchSpace space, int number) {
        return space.dimensions().values().stream()
                .mapToDouble(dimension -> dimension instanceof Choice choice
                        ? (number % choice.count() + 0.5) / choice.count()
                        : number % 2 == 0 ? 0 : Math.nextDown(1.0))
                .toArray();
    }

    /**
     * A trial of a search with one of its seeds.
     *
     * @param number from 1
     * @param seed index of the seed, from 0
     */
    static Member trial(ExperimentConfig config, int number, Point point, int seed) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        point.values().forEach((key, value) -> values.put(key, SettingValues.tree(value)));
        if (config.seeds() > 1) {
            values.put(SEED, SettingValues.tree(config.seed() + seed));
        }
        String folder = trialFolder(config, number, seed);
        return member(config, values, folder, "search", DRAWN);
    }

    /** The name of a trial's folder, numbers as {@link #trial} has them. */
    static String trialFolder(ExperimentConfig config, int number, int seed) {
        String name = String.format(Locale.ROOT, "trial-%04d", number);
        return config.seeds() > 1 ? name + "_seed=" + (config.seed() + seed) : name;
    }

    private static List<Member> combinations(ExperimentConfig config) {
        List<Map<String, JsonNode>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<JsonNode>> axis : axes(config).entrySet()) {
            requireSweepable(axis.getKey(), axis.getValue());
            if ((long) combinations.size() * axis.getValue().size() > MOST_RUNS) {
                throw new BadInputException(
                        Message.of("experiment.sweepTooLarge", MOST_RUNS).at("sweep"));
            }
            List<Map<String, JsonNode>> extended = new ArrayList<>();
            for (Map<String, JsonNode> combination : combinations) {
                for (JsonNode value : axis.getValue()) {
                    Map<String, JsonNode> more = new LinkedHashMap<>(combination);
                    more.put(axis.getKey(), value);
                    extended.add(more);
                }
            }
            combinations = extended;
        }
        List<Member> members = combinations.stream()
                .map(c -> member(config, c, folderName(c), "sweep", MathContext.UNLIMITED))
                .toList();
        Set<String> folders = new HashSet<>();
        for (Member member : members) {
            if (!folders.add(member.folderName())) {
                throw new BadInputException(
                        Message.of("experiment.sweepTwice", member.folderName()).at("sweep"));
            }
        }
        return members;
    }

    private static Map<String, List<JsonNode>> axes(ExperimentConfig config) {
        Map<String, List<JsonNode>> axes = new LinkedHashMap<>(new TreeMap<>(config.sweep()));
        if (config.seeds() > 1) {
            if (axes.containsKey(SEED)) {
                throw new BadInputException(Message.of("experiment.seedsTwice").at("sweep.seed"));
            }
            axes.put(
                    SEED,
                    LongStream.range(config.seed(), config.seed() + config.seeds())
                            .mapToObj(SettingValues::tree)
                            .toList());
        }
        return axes;
    }

    private static void requireSweepable(String key, String section) {
        String place = section + "." + Excerpt.of(key);
        if (OF_SEVERAL_RUNS.stream().anyMatch(own -> key.equals(own) || key.startsWith(own + "."))) {
            throw new BadInputException(Message.of("experiment.sweepOfSweep").at(place));
        }
        if (key.contains("=")) {
            throw new BadInputException(Message.of("experiment.sweepKey").at(place));
        }
    }

    private static void requireSweepable(String key, List<JsonNode> values) {
        requireSweepable(key, "sweep");
        String place = "sweep." + Excerpt.of(key);
        if (values.isEmpty()) {
            throw new BadInputException(Message.of("experiment.sweepEmpty").at(place));
        }
        if (values.stream().anyMatch(v -> v.isNumber() && !Double.isFinite(v.doubleValue()))) {
            throw new BadInputException(Message.of("experiment.sweepNumber").at(place));
        }
    }

    private static String folderName(Map<String, JsonNode> values) {
        return RunFolder.fileName(values.entrySet().stream()
                .map(e -> shortName(e.getKey()) + "=" + text(e.getValue()))
                .collect(Collectors.joining("_")));
    }

    private static String shortName(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static Member member(
            ExperimentConfig config, Map<String, JsonNode> values, String folder, String section, MathContext shown) {
        List<String> overrides = new ArrayList<>(List.of("sweep={}", "search=null", "seeds=1", "slots=1"));
        List<String> label = new ArrayList<>();
        values.forEach((key, value) -> {
            overrides.add(key + "=" + value);
            String symbol = Symbols.of(key);
            label.add(
                    value.isNumber()
                            ? NumberText.setting(
                                    symbol,
                                    new BigDecimal(value.asString())
                                            .round(shown)
                                            .doubleValue())
                            : shortName(key) + " = " + text(value));
        });
        if (!values.containsKey("name")) {
            overrides.add("name=" + SettingValues.json(config.name() + " " + folder));
        }
        return new Member(folder, String.join(", ", label), overridden(config, overrides, section));
    }

    private static ExperimentConfig overridden(ExperimentConfig config, List<String> overrides, String section) {
        return RecordFiles.parse(RecordFiles.write(config), section, ExperimentConfig.class, overrides, section + ":");
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
