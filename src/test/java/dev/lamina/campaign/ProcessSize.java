package dev.lamina.campaign;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How large this process is. Linux only.
 *
 * @param heap MiB after garbage collection
 * @param arenas MiB of memory outside the heap that Java asked for, as arenas do; with {@link #OPTION}
 * @param resident MiB, of all there is
 * @param descriptors open ones
 * @param mapped files in its memory
 */
public record ProcessSize(
        double seconds, double heap, double arenas, double resident, int descriptors, int threads, int mapped) {
    /** Lets a virtual machine count what is outside its heap. */
    public static final String OPTION = "-XX:NativeMemoryTracking=summary";

    public static final String HEADER =
            "  minute  heap MiB  arenas MiB  resident MiB  descriptors  threads  mapped files";

    private static final Path SELF = Path.of("/proc/self");
    private static final Pattern OTHER = Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB");
    private static final Pattern FORM = Pattern.compile("\\s+");
    private static final double KIB_PER_MIB = 1024;
    private static final int COLUMNS = 7;

    static boolean isKnown() {
        return Files.isDirectory(SELF);
    }

    /** @param seconds since the process began its work */
    public static ProcessSize now(double seconds) throws IOException {
        // Twice: what a cleaner lets go of in the first is gone in the second.
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new ProcessSize(
                seconds,
                (runtime.totalMemory() - runtime.freeMemory()) / (KIB_PER_MIB * KIB_PER_MIB),
                arenaMebibytes(),
                status("VmRSS") / KIB_PER_MIB,
                openDescriptors(),
                status("Threads"),
                mappedFiles());
    }

    private static double arenaMebibytes() {
        try {
            String summary = String.valueOf(ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmNativeMemory",
                            new Object[] {new String[] {"summary"}},
                            new String[] {String[].class.getName()}));
            Matcher other = OTHER.matcher(summary);
            return other.find() ? Integer.parseInt(other.group(1)) / KIB_PER_MIB : 0;
        } catch (JMException e) {
            throw new IllegalStateException("native memory cannot be counted", e);
        }
    }

    private static int status(String key) throws IOException {
        return Files.readAllLines(SELF.resolve("status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> FORM.split(line)[1])
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    private static int openDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
            return (int) open.count();
        }
    }

    private static int mappedFiles() throws IOException {
        return (int) Files.readAllLines(SELF.resolve("maps")).stream()
                .map(line -> FORM.split(line, 6))
                .filter(columns -> columns.length == 6 && columns[5].startsWith("/"))
                .map(columns -> columns[5])
                .distinct()
                .count();
    }

    /** A line below {@link #HEADER}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%8.1f  %8.1f  %10.1f  %12.1f  %11d  %7d  %12d",
                seconds / 60,
                heap,
                arenas,
                resident,
                descriptors,
                threads,
                mapped);
    }

    static boolean isLine(String line) {
        String[] columns = FORM.split(line.strip());
        return columns.length == COLUMNS && Arrays.stream(columns).allMatch(column -> column.matches("\\d+(\\.\\d+)?"));
    }

    static ProcessSize of(String line) {
        double[] values = Arrays.stream(FORM.split(line.strip()))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new ProcessSize(
                60 * values[0], values[1], values[2], values[3], (int) values[4], (int) values[5], (int) values[6]);
    }
}
