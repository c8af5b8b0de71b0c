package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungsTest {
    private static final Budget UNLIMITED = new Budget(27, null, null);

    @Test
    void rungsGrowByTheFactorUpToTheEnd() {
        assertEquals(List.of(1, 3, 9, 27), new Rungs(3, 1, 27).epochs());
        assertEquals(List.of(5, 10, 20, 30), new Rungs(2, 5, 30).epochs());
        assertEquals(List.of(30), Rungs.none(30).epochs());
    }

    @Test
    void twentySevenTrialsOfTwentySevenEpochsCostEightyOne() {
        assertEquals(27 + 9 * 2 + 3 * 6 + 18, new Rungs(3, 1, 27).epochsOf(27));
        assertEquals(27 * 27, Rungs.none(27).epochsOf(27));
    }

    /** Trials that end in any order, several at a time, some killed in the middle of an epoch's way. */
    private static final class Simulation {
        final SearchPlan plan;
        final List<Trial> trials = new ArrayList<>();
        final Map<Integer, Integer> targets = new HashMap<>();
        final SplittableRandom random;
        long epochsDone;

        Simulation(Rungs rungs, Budget budget, long seed) {
            plan = new SearchPlan(Spaces.cube(1), new RandomPoints(), rungs, budget, seed);
            random = new SplittableRandom(seed);
        }

        void run(int slots, int kills) {
            int left = kills;
            while (true) {
                while (targets.size() < slots && begin()) {}
                if (targets.isEmpty()) {
                    return;
                }
                Integer index = List.copyOf(targets.keySet()).get(random.nextInt(targets.size()));
                int target = targets.remove(index);
                Trial trial = trials.get(index);
                int until = target;
                if (left > 0 && target - trial.epochs() > 1 && random.nextBoolean()) {
                    left--;
                    until = trial.epochs() + 1 + random.nextInt(target - trial.epochs() - 1);
                }
                advance(index, until);
            }
        }

        private boolean begin() {
            switch (plan.next(trials, new Budget.Spent(epochsDone * 100, epochsDone))) {
                case SearchStep.Begin(Point point, int until) -> {
                    trials.add(new Trial(point, Trial.State.RUNNING, List.of()));
                    targets.put(trials.size() - 1, until);
                }
                case SearchStep.GoOn(int index, int until) -> {
                    Trial trial = trials.get(index);
                    assertEquals(Trial.State.WAITING, trial.state());
                    assertTrue(until > trial.epochs());
                    trials.set(index, new Trial(trial.point(), Trial.State.RUNNING, trial.losses()));
                    targets.put(index, until);
                }
                case SearchStep.Wait() -> {
                    assertTrue(!targets.isEmpty());
                    return false;
                }
                case SearchStep.Done() -> {
                    return false;
                }
            }
            return true;
        }

        private void advance(int index, int until) {
            Trial trial = trials.get(index);
            epochsDone += until - trial.epochs();
            List<Double> losses = new ArrayList<>(trial.losses());
            while (losses.size() < until) {
                losses.add(Spaces.number(trial.point(), "x0"));
            }
            boolean end = until == plan.rungs().last();
            trials.set(index, new Trial(trial.point(), end ? Trial.State.FINISHED : Trial.State.WAITING, losses));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "9, 5", "2, 20"})
    void halvingSpendsWhatItSaysWhateverOrderTrialsEndIn(int slots, int kills) {
        Rungs rungs = new Rungs(3, 2, 40);
        for (long seed = 1; seed <= 20; seed++) {
            Simulation simulation = new Simulation(rungs, UNLIMITED, seed);
            simulation.run(slots, kills);
            assertEquals(rungs.epochsOf(27), simulation.epochsDone, "seed " + seed);
            assertEquals(27, simulation.trials.size());
            assertEquals(
                    1,
                    simulation.trials.stream()
                            .filter(t -> t.state() == Trial.State.FINISHED)
                            .count());
        }
    }

    @Test
    void oneAfterTheOtherTheBestEndsOftenerThanChanceWould() {
        int best = 0;
        for (long seed = 1; seed <= 50; seed++) {
            Simulation simulation = new Simulation(new Rungs(3, 1, 27), UNLIMITED, seed);
            simulation.run(1, 0);
            double winner = simulation.trials.stream()
                    .filter(t -> t.state() == Trial.State.FINISHED)
                    .mapToDouble(t -> Spaces.number(t.point(), "x0"))
                    .findFirst()
                    .orElseThrow();
            long better = simulation.trials.stream()
                    .filter(t -> Spaces.number(t.point(), "x0") < winner)
                    .count();
            best += better < 9 ? 1 : 0;
        }
        assertTrue(best >= 40, best + " of 50 winners among the best third");
    }

    @Test
    void aBudgetOfImagesOrHoursBeginsNothingMore() {
        for (Budget budget : List.of(new Budget(1000, 5000.0, null), new Budget(1000, null, 50 / 3600.0))) {
            Simulation simulation = new Simulation(Rungs.none(3), budget, 1);
            simulation.run(4, 0);
            assertTrue(
                    simulation.epochsDone >= 50 && simulation.epochsDone <= 50 + 4 * 3,
                    budget + ": " + simulation.epochsDone);
        }
    }
}
