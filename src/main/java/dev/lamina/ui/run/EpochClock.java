package dev.lamina.ui.run;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Where a step stands on an axis of epochs: exact also where epochs have different numbers of steps, as in linear and WNLL
 * stages. Worked example: epoch 1 ends with step 10 and the next has 4 steps, so step 11 stands at 1.25. Safe for several threads.
 */
final class EpochClock {
    private final NavigableMap<Long, Integer> ends = new TreeMap<>(Map.of(0L, 0));
    private int stepsPerEpoch = 1;

    /** An epoch that is complete. */
    synchronized void ended(int epoch, long step) {
        if (step > 0) {
            Map.Entry<Long, Integer> before = ends.lowerEntry(step);
            if (before.getValue() == epoch - 1) {
                stepsPerEpoch = Math.toIntExact(step - before.getKey());
            }
            ends.put(step, epoch);
        }
    }

    /** Steps of the epochs to come. */
    synchronized void expect(int steps) {
        stepsPerEpoch = Math.max(1, steps);
    }

    synchronized double at(long step) {
        Map.Entry<Long, Integer> before = ends.floorEntry(step);
        Map.Entry<Long, Integer> after = ends.higherEntry(step);
        long steps = after != null && after.getValue() == before.getValue() + 1
                ? after.getKey() - before.getKey()
                : stepsPerEpoch;
        return before.getValue() + (double) (step - before.getKey()) / steps;
    }

    /** Forgets the epochs that ended after a step, which will come again. */
    synchronized void goBackTo(long step) {
        ends.tailMap(step, false).clear();
    }
}
