package dev.lamina.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Successive halving with trials that pause: rungs at r, rη, rη², … epochs and at the end. Of the n trials that reached a
 * rung ⌊n/η⌋ go on to the next, always the best that waits there; highest rung first. Since as many have gone on from a
 * rung as may, whatever order they come in, what it costs is known beforehand: {@link #epochsOf}.
 *
 * <p>Source: Li et al. 2020 (ASHA), algorithm 2, whose trials pause likewise; it lets a trial go on whenever it is among the
 * best ⌊n/η⌋, so that more than ⌊n/η⌋ may have gone on in the end.
 *
 * @param factor η
 * @param first r
 * @param last epochs of the whole training
 */
public record Rungs(int factor, int first, int last) {
    /** No rung but the end. */
    static Rungs none(int epochs) {
        return new Rungs(2, epochs, epochs);
    }

    /** Where trials pause, and where they end. */
    public List<Integer> epochs() {
        List<Integer> rungs = new ArrayList<>();
        for (long rung = first; rung < last; rung *= factor) {
            rungs.add((int) rung);
        }
        rungs.add(last);
        return rungs;
    }

    /** The first rung behind so many epochs; the end behind that. */
    int above(int epochsDone) {
        return epochs().stream().filter(rung -> rung > epochsDone).findFirst().orElse(last);
    }

    /** The last rung that was reached with so many epochs, 0 before the first. */
    int reached(int epochsDone) {
        return epochs().stream().filter(rung -> rung <= epochsDone).reduce(0, (_, rung) -> rung);
    }

    /** Epochs of so many trials in all, if none fails or stops early. */
    public long epochsOf(int trials) {
        long sum = 0;
        long there = trials;
        int before = 0;
        for (int rung : epochs()) {
            sum += there * (rung - before);
            before = rung;
            there /= factor;
        }
        return sum;
    }

    /** Index of the paused trial that goes on next, if one may. */
    OptionalInt promoted(List<Trial> trials) {
        List<Integer> rungs = epochs();
        for (int k = rungs.size() - 2; k >= 0; k--) {
            int rung = rungs.get(k);
            long reached = trials.stream().filter(t -> t.epochs() >= rung).count();
            long further = trials.stream().filter(t -> isBeyond(t, rung)).count();
            if (reached / factor > further) {
                OptionalInt best = bestWaiting(trials, rung);
                if (best.isPresent()) {
                    return best;
                }
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isBeyond(Trial trial, int rung) {
        return trial.epochs() > rung || (trial.epochs() == rung && trial.state() == Trial.State.RUNNING);
    }

    private static OptionalInt bestWaiting(List<Trial> trials, int rung) {
        return IntStream.range(0, trials.size())
                .filter(i -> trials.get(i).state() == Trial.State.WAITING
                        && trials.get(i).epochs() == rung
                        && !Double.isNaN(trials.get(i).loss(rung)))
                .boxed()
                .min(Comparator.comparingDouble(i -> trials.get(i).loss(rung)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
