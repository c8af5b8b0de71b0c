package dev.lamina.experiment;

import dev.lamina.archive.OptunaJournal;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.archive.TrialsFile;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.search.Budget;
import dev.lamina.search.Point;
import dev.lamina.search.Search;
import dev.lamina.search.SearchPlan;
import dev.lamina.search.SearchStep;
import dev.lamina.search.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The trials of a search, each with all its seeds one after the other. Whatever was asked for stands in trials.jsonl before it
 * begins, and how far a trial is its folder tells: who comes back after a crash goes on with what was interrupted, and repeats
 * nothing. A trial whose folder was deleted by hand is done again.
 */
final class SearchJobs implements Jobs {
    private final RunFolder folder;
    private final ExperimentConfig config;
    private final Search search;
    private final SearchPlan plan;
    private final TrialsFile file;
    private final List<TrialsFile.Asked> asked;
    private final List<Trial> trials = new ArrayList<>();
    private final List<Budget.Spent> spent = new ArrayList<>();
    /** The runs of trials that are at work, those of further seeds behind the one that is done now. */
    private final List<Job> waiting = new ArrayList<>();

    private final Set<Integer> failedNow = new HashSet<>();

    SearchJobs(RunFolder folder, ExperimentConfig config) {
        this.folder = folder;
        this.config = config;
        search = Objects.requireNonNull(config.search());
        plan = search.plan(config.epochs(), config.seed());
        file = new TrialsFile(folder.trials());
        asked = new ArrayList<>(file.read());
        for (int i = 0; i < asked.size(); i++) {
            trials.add(new Trial(point(i), Trial.State.WAITING, List.of()));
            spent.add(Budget.Spent.NOTHING);
            look(i);
        }
    }

    private Point point(int index) {
        return new Point(asked.get(index).values());
    }

    private List<Sweep.Member> members(int index) {
        return IntStream.range(0, config.seeds())
                .mapToObj(seed -> Sweep.trial(config, index + 1, point(index), seed))
                .toList();
    }

    @Override
    public int planned() {
        return search.budget().trials() * config.seeds();
    }

    @Override
    public boolean mayFail() {
        return true;
    }

    @Override
    public Optional<Job> next() {
        if (!waiting.isEmpty()) {
            return Optional.of(waiting.removeFirst());
        }
        Budget.Spent all = spent.stream()
                .reduce(
                        Budget.Spent.NOTHING,
                        (a, b) -> new Budget.Spent(a.images() + b.images(), a.seconds() + b.seconds()));
        return switch (plan.next(trials, all)) {
            case SearchStep.Begin(Point point, int until) -> {
                TrialsFile.Asked next = new TrialsFile.Asked(asked.size() + 1, point.values());
                file.append(asked, next);
                asked.add(next);
                trials.add(new Trial(point, Trial.State.WAITING, List.of()));
                spent.add(Budget.Spent.NOTHING);
                yield Optional.of(begun(trials.size() - 1, until));
            }
            case SearchStep.GoOn(int index, int until) -> Optional.of(begun(index, until));
            case SearchStep.Wait _, SearchStep.Done _ -> Optional.empty();
        };
    }

    private Job begun(int index, int until) {
        Trial trial = trials.get(index);
        trials.set(index, new Trial(trial.point(), Trial.State.RUNNING, trial.losses()));
        OptionalInt pause = until < config.epochs() ? OptionalInt.of(until) : OptionalInt.empty();
        List<Job> jobs = members(index).stream()
                .map(member -> new Job(index + 1, member, pause))
                .toList();
        waiting.addAll(jobs.subList(1, jobs.size()));
        return jobs.getFirst();
    }

    @Override
    public void ended(Job job) {
        int index = job.number() - 1;
        StoredRun run = new StoredRun(job.member().folder(folder));
        if (run.hasBegun() && run.record().state() == RunState.FAILED) {
            failedNow.add(index);
        }
        boolean more = waiting.stream().anyMatch(other -> other.number() == job.number());
        if (!more) {
            look(index);
            writeJournal();
        }
    }

    /** Reads how far a trial is that nobody works on. One that failed before this process is tried once more. */
    private void look(int index) {
        List<StoredRun> runs = IntStream.range(0, config.seeds())
                .mapToObj(seed -> StoredRun.in(folder.path().resolve(Sweep.trialFolder(config, index + 1, seed))))
                .filter(StoredRun::hasBegun)
                .toList();
        List<List<Double>> losses = runs.stream().map(this::losses).toList();
        List<RunRecord> records = runs.stream().map(StoredRun::record).toList();
        boolean finished =
                records.size() == config.seeds() && records.stream().allMatch(r -> r.state() == RunState.FINISHED);
        Trial.State state =
                failedNow.contains(index) ? Trial.State.FAILED : finished ? Trial.State.FINISHED : Trial.State.WAITING;
        List<Double> known = config.seeds() == 1 || finished ? mean(losses) : List.of();
        trials.set(index, new Trial(point(index), state, known));
        spent.set(
                index,
                new Budget.Spent(
                        records.stream()
                                .mapToDouble(
                                        r -> (double) r.epochsDone() * r.data().trainingImages())
                                .sum(),
                        records.stream().mapToDouble(RunRecord::durationSeconds).sum()));
    }

    /** Writes the trials as they are for other programs. */
    void writeJournal() {
        Instant now = Instant.now();
        OptunaJournal.write(
                folder,
                config.name(),
                search,
                IntStream.range(0, trials.size())
                        .mapToObj(i -> {
                            Trial trial = trials.get(i);
                            StoredRun run = StoredRun.in(folder.path().resolve(Sweep.trialFolder(config, i + 1, 0)));
                            Instant started = run.hasBegun() ? run.record().created() : now;
                            Instant updated = run.hasBegun() ? run.record().updated() : now;
                            List<Double> measured = trial.losses().stream()
                                    .map(search.objective()::value)
                                    .toList();
                            return new OptunaJournal.Entry(
                                    told(trial), started, updated, trial.point().values(), measured);
                        })
                        .toList());
    }

    private static OptunaJournal.State told(Trial trial) {
        return switch (trial.state()) {
            case RUNNING -> OptunaJournal.State.RUNNING;
            case WAITING -> trial.epochs() > 0 ? OptunaJournal.State.PRUNED : OptunaJournal.State.RUNNING;
            case FINISHED -> OptunaJournal.State.COMPLETE;
            case FAILED -> OptunaJournal.State.FAIL;
        };
    }

    private List<Double> losses(StoredRun run) {
        Tag tag = Tags.of(search.objective().metric());
        return search.objective()
                .losses(run.metrics().stream()
                        .map(epoch -> epoch.value(tag).orElse(Double.NaN))
                        .toList());
    }

    private static List<Double> mean(List<List<Double>> losses) {
        int epochs = losses.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, epochs)
                .mapToObj(e ->
                        losses.stream().mapToDouble(of -> of.get(e)).average().orElseThrow())
                .toList();
    }

    /** The trial with the smallest loss of those that got furthest. */
    Optional<Best> best() {
        return IntStream.range(0, trials.size())
                .filter(i -> trials.get(i).epochs() > 0
                        && !Double.isNaN(trials.get(i).losses().getLast()))
                .boxed()
                .max(Comparator.comparingInt((Integer i) -> trials.get(i).epochs())
                        .thenComparingDouble(i -> -trials.get(i).losses().getLast()))
                .map(i -> new Best(
                        i + 1,
                        search.objective().metric(),
                        search.objective().value(trials.get(i).losses().getLast()),
                        members(i).getFirst()));
    }

    /** The best trial by its number, and what was measured of it. */
    record Best(int number, String metric, double value, Sweep.Member member) {}
}
