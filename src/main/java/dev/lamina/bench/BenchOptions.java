package dev.lamina.bench;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param modes ids of the modes measured, of every contestant that has them; empty for all
 * @param threads numbers of threads, each measured by itself
 * @param rounds how often each worker gets its turn
 * @param turnSeconds about how long a turn lasts
 * @param warmUpSeconds about how long each worker runs before the first round
 *
 * @throws BadInputException if there are no rounds or no threads, or if a time is none
 */
public record BenchOptions(
        List<BenchNetwork> networks,
        Set<String> modes,
        List<Integer> threads,
        int rounds,
        double turnSeconds,
        double warmUpSeconds) {
    private static final int LONGEST_SECONDS = 3600;

    public BenchOptions {
        networks = List.copyOf(networks);
        modes = Set.copyOf(modes);
        threads = List.copyOf(threads);
        if (rounds < 1 || threads.stream().anyMatch(count -> count < 1)) {
            throw new BadInputException(
                    Message.of("bench.belowOne").at(Message.of("bench.roundsAndThreads", rounds, threads)));
        }
        if (!isDuration(turnSeconds) || !isDuration(warmUpSeconds)) {
            throw new BadInputException(Message.of("bench.noDuration", LONGEST_SECONDS)
                    .at(Message.of("bench.turnAndWarmUp", turnSeconds, warmUpSeconds)));
        }
    }

    private static boolean isDuration(double seconds) {
        return seconds >= 0 && seconds <= LONGEST_SECONDS;
    }

    /** Those of a contestant's modes that are measured, in its order. */
    List<Mode> modesOf(Contestant contestant) {
        return chosen(contestant.modes());
    }

    /** Those of some modes that are measured, in their order. */
    List<Mode> chosen(List<Mode> among) {
        return among.stream()
                .filter(mode -> modes.isEmpty() || modes.contains(mode.id()))
                .toList();
    }
}
