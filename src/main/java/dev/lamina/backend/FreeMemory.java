package dev.lamina.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Memory that this process can still take without another one losing its own:
 *   Linux    the least of MemAvailable and, for each control group it is in, limit − (usage − files that can be dropped)
 *   macOS    free, inactive, speculative and purgeable pages; the free ones alone are few on any machine
 *   others   what the system calls free
 */
public final class FreeMemory {
    private static final long KIBIBYTE = 1024;
    private static final Set<String> MAC_PAGES =
            Set.of("Pages free", "Pages inactive", "Pages speculative", "Pages purgeable");

    /** Where control groups of a version keep what. */
    private record Layout(String folder, String limit, String usage, String droppable) {}

    private static final Layout VERSION_1 =
            new Layout("memory", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");
    private static final Layout VERSION_2 = new Layout("", "memory.max", "memory.current", "inactive_file");

    private FreeMemory() {}

    /** In bytes, −1 where the system does not tell. */
    public static long bytes() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return onLinux(Path.of("/")).orElse(-1);
        }
        return system.startsWith("mac") ? ofPages(vmStat()).orElse(-1) : ofSystem();
    }

    private static long ofSystem() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getFreeMemorySize()
                : -1;
    }

    /** @param root what holds proc and sys */
    static OptionalLong onLinux(Path root) {
        Stream<Long> available = lines(root.resolve("proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> KIBIBYTE * number(line));
        Stream<Long> groups = lines(root.resolve("proc/self/cgroup")).stream()
                .flatMap(line -> ofGroup(root.resolve("sys/fs/cgroup"), line));
        return Stream.concat(available, groups).mapToLong(Long::longValue).min();
    }

    /**
     * What a group and those it lies in leave.
     *
     * @param line as in /proc/self/cgroup: number, controllers, path; without controllers, of version 2
     */
    private static Stream<Long> ofGroup(Path mount, String line) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3
                || !(parts[1].isEmpty() || List.of(parts[1].split(",")).contains("memory"))) {
            return Stream.empty();
        }
        Layout files = parts[1].isEmpty() ? VERSION_2 : VERSION_1;
        Path top = mount.resolve(files.folder);
        List<Long> left = new ArrayList<>();
        // In a container the path may be the host's, and its own group the top.
        Path group = top.resolve(parts[2].substring(1));
        while (group != null && group.startsWith(top)) {
            left(group, files).ifPresent(left::add);
            group = group.getParent();
        }
        return left.stream();
    }

    private static OptionalLong left(Path group, Layout files) {
        List<String> limit = lines(group.resolve(files.limit));
        List<String> usage = lines(group.resolve(files.usage));
        if (limit.isEmpty() || usage.isEmpty() || limit.getFirst().equals("max")) {
            return OptionalLong.empty();
        }
        long droppable = lines(group.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith(files.droppable + " "))
                .mapToLong(line -> number(line.substring(files.droppable.length())))
                .findFirst()
                .orElse(0);
        return OptionalLong.of(Math.max(
                0, number(limit.getFirst()) - Math.max(0, number(usage.getFirst()) - droppable)));
    }

    /** @param lines of vm_stat: the size of a page in the first, then counts of pages by kind */
    static OptionalLong ofPages(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().contains("page size of")) {
            return OptionalLong.empty();
        }
        long pages = lines.stream()
                .filter(line -> MAC_PAGES.contains(line.split(":", 2)[0]))
                .mapToLong(FreeMemory::number)
                .sum();
        return OptionalLong.of(pages * number(lines.getFirst()));
    }

    private static List<String> vmStat() {
        try {
            Process process = new ProcessBuilder("vm_stat").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D+", ""));
    }

    /** None where there is no such file. */
    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
