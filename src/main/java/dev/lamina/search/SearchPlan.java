package dev.lamina.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which trial begins or goes on when there is room for one: a pure function of those there are. */
public record SearchPlan(SearchSpace space, Strategy strategy, Rungs rungs, Budget budget, long seed) {
    /** What to do next: first what was interrupted, then whoever may go on to the next rung, then a new trial. */
    public SearchStep next(List<Trial> trials, Budget.Spent spent) {
        if (budget.isSpent(spent)) {
            return idle(trials);
        }
        return goOn(interrupted(trials), trials)
                .or(() -> goOn(rungs.promoted(trials), trials))
                .or(() -> fresh(trials))
                .orElseGet(() -> idle(trials));
    }

    private OptionalInt interrupted(List<Trial> trials) {
        return IntStream.range(0, trials.size())
                .filter(i -> trials.get(i).state() == Trial.State.WAITING
                        && !rungs.epochs().contains(trials.get(i).epochs()))
                .findFirst();
    }

    private Optional<SearchStep> goOn(OptionalInt index, List<Trial> trials) {
        return index.stream()
                .<SearchStep>mapToObj(
                        i -> new SearchStep.GoOn(i, rungs.above(trials.get(i).epochs())))
                .findFirst();
    }

    private Optional<SearchStep> fresh(List<Trial> trials) {
        return trials.size() >= budget.trials()
                ? Optional.empty()
                : strategy.next(space, trials.stream().map(this::observed).toList(), trials.size(), seed)
                        .map(point -> new SearchStep.Begin(point, rungs.above(0)));
    }

    private static SearchStep idle(List<Trial> trials) {
        return trials.stream().anyMatch(t -> t.state() == Trial.State.RUNNING)
                ? new SearchStep.Wait()
                : new SearchStep.Done();
    }

    /** What a strategy may know of a trial: its loss at the last rung it reached, so that like is compared with like. */
    private Observation observed(Trial trial) {
        int epochs = trial.state() == Trial.State.FINISHED ? trial.epochs() : rungs.reached(trial.epochs());
        double loss = trial.loss(epochs);
        Observation.State state = trial.state() == Trial.State.FAILED
                ? Observation.State.FAILED
                : epochs == 0 ? Observation.State.RUNNING : Observation.State.MEASURED;
        return new Observation(trial.point(), state, epochs, loss);
    }
}
