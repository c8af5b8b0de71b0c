package dev.lamina.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param threads numbers of threads, each measured by itself
 * @param rounds how often each worker gets its turn
 * @param turnSeconds about how long a turn lasts
 * @param warmUpSeconds about how long each worker runs before the first round
 */
public record BenchOptions(
        List<BenchNetwork> networks, List<Integer> threads, int rounds, double turnSeconds, double warmUpSeconds) {
    public BenchOptions {
        networks = List.copyOf(networks);
        threads = List.copyOf(threads);
        if (rounds < 1 || threads.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("rounds and threads are at least 1");
        }
    }
}
