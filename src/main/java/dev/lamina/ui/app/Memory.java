package dev.lamina.ui.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of this program and of this machine. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** What the program holds: all of it where the system tells, else the heap alone. */
    static long usedBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> KIBIBYTE * Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElseGet(Memory::heapBytes);
        } catch (IOException _) {
            return heapBytes();
        }
    }

    private static long heapBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Physical memory of the machine, −1 where the system does not tell. */
    static long machineBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : -1;
    }
}
