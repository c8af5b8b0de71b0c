package dev.lamina.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {
    @TempDir
    private Path root;

    private void write(String file, String... lines) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.write(root.resolve(file), List.of(lines));
    }

    @BeforeEach
    void makeMachine() throws IOException {
        write("proc/meminfo", "MemTotal:       8000 kB", "MemFree:  100 kB", "MemAvailable:   5000 kB");
    }

    private long free() {
        return FreeMemory.onLinux(root).orElseThrow();
    }

    @Test
    void withoutALimitItIsWhatTheSystemCanGive() throws IOException {
        assertEquals(5000 * 1024, free());
        write("proc/self/cgroup", "0::/user/session");
        write("sys/fs/cgroup/user/session/memory.max", "max");
        write("sys/fs/cgroup/user/session/memory.current", "4000");
        assertEquals(5000 * 1024, free());
    }

    @Test
    void aLimitOfAGroupOrOfOneItLiesInHolds() throws IOException {
        write("proc/self/cgroup", "0::/user/session");
        write("sys/fs/cgroup/user/session/memory.max", "3000000");
        write("sys/fs/cgroup/user/session/memory.current", "1000000");
        assertEquals(2000000, free());
        write("sys/fs/cgroup/user/memory.max", "3500000");
        write("sys/fs/cgroup/user/memory.current", "3000000");
        assertEquals(500000, free());
    }

    @Test
    void filesInMemoryThatCanBeDroppedAreFree() throws IOException {
        write("proc/self/cgroup", "0::/");
        write("sys/fs/cgroup/memory.max", "3000000");
        write("sys/fs/cgroup/memory.current", "2900000");
        write("sys/fs/cgroup/memory.stat", "anon 100", "inactive_file 1900000", "active_file 5");
        assertEquals(2000000, free());
    }

    @Test
    void groupsOfTheFirstVersionAreRead() throws IOException {
        write("proc/self/cgroup", "5:cpu,cpuacct:/", "4:memory:/job/7", "0::/");
        write("sys/fs/cgroup/memory/job/7/memory.limit_in_bytes", "2000000");
        write("sys/fs/cgroup/memory/job/7/memory.usage_in_bytes", "1500000");
        write("sys/fs/cgroup/memory/job/7/memory.stat", "inactive_file 1", "total_inactive_file 100000");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1500000");
        assertEquals(600000, free());
    }

    /** A container may see the path that the host knows it by. */
    @Test
    void aGroupWhoseFolderIsNotThereIsTheTopOne() throws IOException {
        write("proc/self/cgroup", "4:memory:/docker/0123");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "2000000");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "2100000");
        assertEquals(0, free());
    }

    @Test
    void pagesOfAMacThatAreNotInUseAreFree() {
        assertEquals(
                OptionalLong.of(16384L * (5885 + 200000 + 1000 + 300)),
                FreeMemory.ofPages(List.of(
                        "Mach Virtual Memory Statistics: (page size of 16384 bytes)",
                        "Pages free:                                5885.",
                        "Pages active:                            207000.",
                        "Pages inactive:                          200000.",
                        "Pages speculative:                         1000.",
                        "Pages wired down:                        100000.",
                        "Pages purgeable:                            300.",
                        "\"Translation faults\":                 1234567.")));
        assertEquals(OptionalLong.empty(), FreeMemory.ofPages(List.of()));
    }

    @Test
    void thisMachineHasSomeAndNotMoreThanItHas() {
        long total = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        long free = FreeMemory.bytes();
        assertTrue(free > 64 << 20 && free <= total, free + " of " + total);
    }
}
