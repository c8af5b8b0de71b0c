package dev.lamina.backend;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

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

    /** What control groups of a version call what they keep. */
    private record Names(String limit, String usage, String droppable) {}

    private static final Names VERSION_1 =
            new Names("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");
    private static final Names VERSION_2 = new Names("memory.max", "memory.current", "inactive_file");

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
        LongStream available = ControlGroup.textLines(root.resolve("proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> KIBIBYTE * number(line));
        LongStream groups = ControlGroup.of(root, "memory").flatMapToLong(group -> left(group).stream());
        return LongStream.concat(available, groups).min();
    }

    private static OptionalLong left(ControlGroup group) {
        Names names = group.isOfVersion2() ? VERSION_2 : VERSION_1;
        List<String> limit = group.lines(names.limit);
        List<String> usage = group.lines(names.usage);
        if (limit.isEmpty() || usage.isEmpty() || limit.getFirst().equals("max")) {
            return OptionalLong.empty();
        }
        long droppable = group.lines("memory.stat").stream()
                .filter(line -> line.startsWith(names.droppable + " "))
                .mapToLong(line -> number(line.substring(names.droppable.length())))
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
}
