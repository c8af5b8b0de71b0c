package dev.lamina.backend;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Cores that this process may keep busy: those the system gives it, at most as many whole ones as a quota of its control
 * group allows. Java rounds a quota up; but threads that wait for each other at every layer then all stand still when it is
 * used up, until the next period begins.
 */
public final class Cores {
    private Cores() {}

    /** At least 1. */
    public static int usable() {
        return usable(Runtime.getRuntime().availableProcessors(), quota());
    }

    static int usable(int given, OptionalDouble quota) {
        return quota.isEmpty() ? given : Math.clamp((long) quota.getAsDouble(), 1, given);
    }

    /** What a container or another control group allows, in cores; empty where nothing is set. */
    public static OptionalDouble quota() {
        return quota(Path.of("/"));
    }

    /** @param root what holds proc and sys */
    static OptionalDouble quota(Path root) {
        return ControlGroup.of(root, "cpu")
                .flatMapToDouble(group -> quota(group).stream())
                .min();
    }

    private static OptionalDouble quota(ControlGroup group) {
        return group.isOfVersion2()
                ? quota(group.lines("cpu.max"))
                : quota(List.of(
                        first(group.lines("cpu.cfs_quota_us")) + " " + first(group.lines("cpu.cfs_period_us"))));
    }

    /** @param lines microseconds of a period that may be used, and those of the period; "max" or −1 for all */
    private static OptionalDouble quota(List<String> lines) {
        String[] words = first(lines).strip().split(" ", -1);
        return words.length == 2 && words[0].matches("\\d{1,18}") && words[1].matches("[1-9]\\d{0,17}")
                ? OptionalDouble.of(Double.parseDouble(words[0]) / Double.parseDouble(words[1]))
                : OptionalDouble.empty();
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : lines.getFirst();
    }
}
