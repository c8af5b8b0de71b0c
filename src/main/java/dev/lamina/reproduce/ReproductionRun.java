package dev.lamina.reproduce;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.RunState;
import dev.lamina.data.DataLocation;
import dev.lamina.experiment.DrawingNotes;
import dev.lamina.experiment.LaminaBuild;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One reproduction from start or stop to end, on the calling thread: the first seed of every arm, then the second one, so
 * that what is there can be compared at any time. What is finished is left alone; report and results are written anew
 * after each run.
 */
public final class ReproductionRun {
    private final Reproduction reproduction;
    private final ReproductionSettings settings;
    private final ReproductionFolder folder;
    private final ReproductionListener listener;
    private final Language language;
    private final RunSequence runs;

    /**
     * @param path a new folder, or that of a reproduction with the same settings
     * @param language of its report
     */
    public ReproductionRun(
            Reproduction reproduction,
            ReproductionSettings settings,
            Path path,
            DataLocation where,
            ReproductionListener listener,
            Language language) {
        this.reproduction = reproduction;
        this.settings = settings;
        this.folder = new ReproductionFolder(path);
        this.listener = listener;
        this.language = language;
        this.runs = new RunSequence(where);
    }

    /** Ends it in good order, from any thread. */
    public void stop() {
        runs.stop();
    }

    /**
     * Does all that is not done yet.
     *
     * @throws BadInputException if the folder, the data or the budget cannot be used
     */
    public ReproductionResult run() throws InterruptedException {
        try {
            ReproductionPlan plan = ReproductionFolder.is(folder.path()) ? goingOn() : begun();
            listener.planned(ReproductionReport.of(reproduction, plan, folder).outline());
            try (RunLock _ = RunLock.of(new RunFolder(folder.path()))) {
                return runAll(plan);
            }
        } catch (CancellationException _) {
            return new ReproductionResult(RunState.STOPPED, Optional.empty(), List.of());
        }
    }

    private ReproductionPlan goingOn() {
        ReproductionPlan plan = folder.readPlan();
        if (!plan.settings().equals(settings)) {
            throw new BadInputException(Message.of("reproduce.otherSettings", words(plan.settings()), words(settings))
                    .at(folder.path()));
        }
        return plan;
    }

    private static String words(ReproductionSettings settings) {
        List<String> words = new ArrayList<>(List.of(settings.name()));
        if (settings.options().network() != null) {
            words.add("--network " + settings.options().network());
        }
        if (settings.options().images() != null) {
            words.add("--images " + settings.options().images());
        }
        words.add("--runs " + settings.runs());
        words.add("--budget " + settings.budgetMinutes());
        words.add("--threads " + settings.threads());
        if (settings.backend() != null) {
            words.add("--backend " + settings.backend());
        }
        words.add("--seed " + settings.firstSeed());
        return String.join(" ", words);
    }

    /** Decides how much is shortened; only then the folder is made. */
    private ReproductionPlan begun() throws InterruptedException {
        RunFolder.requireNew(folder.path());
        long startNanos = System.nanoTime();
        List<Arm.Trained> trained = reproduction.arms().stream()
                .filter(Arm.Trained.class::isInstance)
                .map(Arm.Trained.class::cast)
                .toList();
        SpeedTest test = new SpeedTest(runs);
        Map<String, EpochTimes> times = new HashMap<>();
        for (Arm.Trained arm : trained) {
            listener.measuringSpeed(arm.label());
            times.put(
                    arm.id(),
                    test.of(PaperTraining.with(
                            arm.training().config(), settings.overrides().toArray(String[]::new))));
        }
        Shortening shortening = Shortening.NONE;
        Map<String, Double> runSeconds = new HashMap<>();
        if (!trained.isEmpty()) {
            double spentSeconds = (System.nanoTime() - startNanos) * 1e-9;
            Budget budget = new Budget(trained, times, settings.runs());
            shortening = budget.fit(settings.budgetMinutes(), settings.budgetMinutes() * 60 - spentSeconds);
            for (Arm.Trained arm : trained) {
                runSeconds.put(arm.id(), budget.runSeconds(arm, shortening));
            }
        }
        ReproductionPlan plan = new ReproductionPlan(
                ReproductionPlan.FORMAT,
                settings,
                shortening.factor(),
                shortening.points(),
                shortening.rule(),
                runSeconds,
                Instant.now(),
                LaminaBuild.current().version());
        folder.create(plan);
        return plan;
    }

    /** One arm with one seed. */
    private record Task(Arm arm, long seed) {}

    private ReproductionResult runAll(ReproductionPlan plan) throws InterruptedException {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < settings.runs(); i++) {
            long seed = settings.firstSeed() + i;
            for (Arm arm : reproduction.arms()) {
                if ((i == 0 || arm.random()) && folder.readResult(arm, seed).isEmpty()) {
                    tasks.add(new Task(arm, seed));
                }
            }
        }
        boolean stopped = false;
        boolean failed = false;
        for (int i = 0; i < tasks.size() && !stopped; i++) {
            try {
                runOne(tasks, i, plan);
            } catch (TrainedArms.RunFailedException e) {
                failed = true;
                listener.ended(e.problem());
            } catch (CancellationException _) {
                stopped = true;
            }
            write(plan);
        }
        ReproductionReport report = write(plan);
        // A stop is answered within two seconds, so nothing is drawn then.
        List<Message> notes = stopped ? List.of() : DrawingNotes.of(report::draw);
        RunState state = stopped ? RunState.STOPPED : failed ? RunState.FAILED : RunState.FINISHED;
        return new ReproductionResult(state, Optional.of(report), notes);
    }

    private ReproductionReport write(ReproductionPlan plan) {
        ReproductionReport report = ReproductionReport.of(reproduction, plan, folder);
        report.write();
        ReportText.write(report, language);
        return report;
    }

    private void runOne(List<Task> tasks, int index, ReproductionPlan plan)
            throws InterruptedException, TrainedArms.RunFailedException {
        Task task = tasks.get(index);
        listener.started(index + 1, tasks.size(), task.arm().label(), task.seed());
        double laterSeconds = tasks.subList(index + 1, tasks.size()).stream()
                .mapToDouble(later -> plan.runSeconds().getOrDefault(later.arm().id(), 0.0))
                .sum();
        ArmRun result = switch (task.arm()) {
            case Arm.Trained arm ->
                new TrainedArms(reproduction, plan, runs)
                        .run(
                                arm,
                                task.seed(),
                                folder.run(arm, task.seed()),
                                (done, left) -> listener.progressed(done, left + laterSeconds));
            case Arm.Pixels arm ->
                new PixelArms(runs, settings.threads())
                        .run(arm, task.seed(), (done, left) -> listener.progressed(done, left + laterSeconds));
        };
        folder.write(task.arm(), result);
        listener.ended(ReproductionReport.values(reproduction, result));
    }
}
