package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.StoredRun;
import dev.lamina.archive.TrialsFile;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.GroupMetrics;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.search.Objective;
import dev.lamina.search.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The runs that lie in the folder of a sweep, a search or several seeds. */
final class SweepMembers {
    /** More curves than this nobody tells apart. */
    private static final int MOST_COMPARED = 10;

    private SweepMembers() {}

    /** Those that the folder is of, begun or not. */
    private static List<Sweep.Member> all(ExperimentConfig config, RunFolder folder) {
        if (config.search() == null) {
            return Sweep.members(config);
        }
        List<TrialsFile.Asked> asked = new TrialsFile(folder.trials()).read();
        return asked.stream()
                .flatMap(trial -> IntStream.range(0, config.seeds())
                        .mapToObj(seed -> Sweep.trial(config, trial.trial(), new Point(trial.values()), seed)))
                .toList();
    }

    /** Those that have an epoch. */
    static List<Sweep.Member> begun(ExperimentConfig config, RunFolder folder) {
        return all(config, folder).stream()
                .filter(member -> new StoredRun(member.folder(folder)).hasMetrics())
                .toList();
    }

    /** What is drawn against each other: the runs of one configuration together, of a search the best ones. */
    static List<GroupMetrics> compared(ExperimentConfig config, RunFolder folder) {
        Map<String, List<List<EpochMetrics>>> groups = new LinkedHashMap<>();
        int seeds = config.seeds();
        List<Sweep.Member> members = begun(config, folder);
        for (Sweep.Member member : members) {
            groups.computeIfAbsent(labelWithoutSeed(member, seeds), _ -> new ArrayList<>())
                    .add(new StoredRun(member.folder(folder)).metrics());
        }
        List<GroupMetrics> all = groups.entrySet().stream()
                .map(group -> new GroupMetrics(group.getKey(), group.getValue()))
                .toList();
        return config.search() == null ? all : best(all, config.search().objective());
    }

    private static String labelWithoutSeed(Sweep.Member member, int seeds) {
        int seed = member.label().lastIndexOf("seed = ");
        String label = seeds == 1 || seed < 0 ? member.label() : member.label().substring(0, seed);
        return label.endsWith(", ") ? label.substring(0, label.length() - 2) : label;
    }

    private static List<GroupMetrics> best(List<GroupMetrics> groups, Objective objective) {
        return groups.stream()
                .sorted(Comparator.comparingDouble(group -> group.runs().stream()
                        .mapToDouble(run -> last(run, objective))
                        .average()
                        .orElse(Double.NaN)))
                .limit(MOST_COMPARED)
                .toList();
    }

    private static double last(List<EpochMetrics> run, Objective objective) {
        Tag tag = Tags.of(objective.metric());
        return objective
                .losses(run.stream()
                        .map(epoch -> epoch.value(tag).orElse(Double.NaN))
                        .toList())
                .getLast();
    }
}
