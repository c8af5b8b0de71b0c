package dev.lamina.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.lamina.backend.Cores;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Message;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What other programs take of the cores while a command begins. Threads wait for each other at every layer, so that one
 * that shares its core holds up all; fewer are offered, never taken, since results repeat for the same number alone.
 */
final class OtherLoad {
    /** Below, a system that counts in hundredths of a second tells too little. */
    private static final double LEAST_SECONDS = 0.2;

    private static final double BUSY = 0.7;
    private static final double NANOSECONDS = 1e9;

    private final OperatingSystemMXBean system;
    private final long startNanos = System.nanoTime();
    private final long ownNanos;

    private OtherLoad(OperatingSystemMXBean system) {
        this.system = system;
        // The next answer is for the time since this one.
        double _ = system.getCpuLoad();
        ownNanos = system.getProcessCpuTime();
    }

    /** From now on; empty where the system does not tell. */
    static Optional<OtherLoad> sinceNow() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Optional.of(new OtherLoad(system))
                : Optional.empty();
    }

    /** The offer of one thread, where an experiment's would wait for other programs. */
    Optional<Message> offer(ExperimentConfig experiment) {
        double seconds = (System.nanoTime() - startNanos) / NANOSECONDS;
        double load = system.getCpuLoad();
        if (seconds < LEAST_SECONDS || load < 0 || !experiment.backend().name().equals("cpu")) {
            return Optional.empty();
        }
        int cores = Runtime.getRuntime().availableProcessors();
        double own = (system.getProcessCpuTime() - ownNanos) / NANOSECONDS / seconds;
        int configured = experiment.backend().threads();
        return offer(configured > 0 ? configured : Cores.usable(), cores, load * cores - own);
    }

    /** @param others cores that other programs keep busy */
    static Optional<Message> offer(int threads, int cores, double others) {
        return threads > 1 && others >= BUSY && cores - others < threads - 1 + (1 - BUSY)
                ? Optional.of(Message.of(
                        "cli.otherLoad", others, cores, Math.max(1, (int) Math.round(cores - others)), threads))
                : Optional.empty();
    }
}
