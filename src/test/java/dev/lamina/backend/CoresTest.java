package dev.lamina.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoresTest {
    @TempDir
    private Path root;

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text + "\n");
    }

    @Test
    void theLeastQuotaOfAGroupAndThoseItLiesInHolds() throws IOException {
        assertEquals(OptionalDouble.empty(), Cores.quota(root));
        write("proc/self/cgroup", "0::/user/session");
        write("sys/fs/cgroup/user/session/cpu.max", "max 100000");
        assertEquals(OptionalDouble.empty(), Cores.quota(root));
        write("sys/fs/cgroup/user/cpu.max", "250000 100000");
        assertEquals(OptionalDouble.of(2.5), Cores.quota(root));
        write("sys/fs/cgroup/user/session/cpu.max", "50000 100000");
        assertEquals(OptionalDouble.of(0.5), Cores.quota(root));
    }

    @Test
    void quotasOfTheFirstVersionAreRead() throws IOException {
        write("proc/self/cgroup", "5:cpuset:/job\n4:cpu,cpuacct:/job");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000");
        assertEquals(OptionalDouble.empty(), Cores.quota(root));
        write("sys/fs/cgroup/cpu/job/cpu.cfs_quota_us", "300000");
        write("sys/fs/cgroup/cpu/job/cpu.cfs_period_us", "200000");
        assertEquals(OptionalDouble.of(1.5), Cores.quota(root));
    }

    @Test
    void whatCannotBeReadSetsNoQuota() throws IOException {
        write("proc/self/cgroup", "0::/");
        for (String text : new String[] {"", "100000", "100000 0", "many 100000", "1 2 3"}) {
            write("sys/fs/cgroup/cpu.max", text);
            assertEquals(OptionalDouble.empty(), Cores.quota(root), text);
        }
    }

    @Test
    void aQuotaGivesWholeCoresAndAtLeastOne() {
        assertEquals(8, Cores.usable(8, OptionalDouble.empty()));
        assertEquals(2, Cores.usable(8, OptionalDouble.of(2.9)));
        assertEquals(1, Cores.usable(8, OptionalDouble.of(0.2)));
        assertEquals(8, Cores.usable(8, OptionalDouble.of(64)));
        assertTrue(Cores.usable() >= 1 && Cores.usable() <= Runtime.getRuntime().availableProcessors());
    }
}
