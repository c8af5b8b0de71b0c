package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.figure.FigureStyle;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The runs of a sweep, a search or several seeds, each in a folder of its own below the sweep's, and a figure of all.
 *
 * @param slots how they are done, as many at once as the configuration says
 */
record SweepRun(DataLocation where, Slots slots) {
    /** Whether a folder holds this sweep already, so that the same command goes on with it. */
    static boolean isIn(Path path, ExperimentConfig config) {
        try {
            return !config.single()
                    && Files.readString(new RunFolder(path).config()).equals(RecordFiles.write(config));
        } catch (IOException _) {
            return false;
        }
    }

    /** Begins, or goes on where the folder holds the same sweep. */
    RunResult start(ExperimentConfig config, Path path) {
        if (isIn(path, config)) {
            return resume(new RunFolder(path), config);
        }
        List<Sweep.Member> members = Sweep.members(config);
        try {
            SearchCheck.requireSearchable(config, where);
            members.forEach(member -> ExperimentSetup.requireFeasible(member.config(), where));
            RunFolder folder = RunFolder.make(path);
            try (RunLock _ = RunLock.of(folder)) {
                RunFolder.requireNew(path);
                folder.tidy();
                return begin(config, folder);
            }
        } finally {
            RunFolder.removeIfEmpty(path);
        }
    }

    private RunResult begin(ExperimentConfig config, RunFolder folder) {
        try {
            folder.writeConfig(config);
            return runAll(config, folder);
        } catch (RuntimeException | Error e) {
            if (folder.hasNoFolders()) {
                folder.clear();
            }
            throw e;
        }
    }

    /** Leaves finished runs alone, goes on with those that were stopped, and does those that are missing. */
    RunResult resume(RunFolder folder, ExperimentConfig config) {
        try (RunLock _ = RunLock.of(folder)) {
            folder.tidy();
            return runAll(config, folder);
        }
    }

    /**
     * @throws BadInputException of the first run that cannot be taken up, after all others unless its folder is not even
     *     there; where one has failed, that is what is told
     */
    private RunResult runAll(ExperimentConfig config, RunFolder folder) {
        Optional<SearchJobs> search =
                config.search() == null ? Optional.empty() : Optional.of(new SearchJobs(folder, config));
        Jobs jobs = search.<Jobs>map(trials -> trials).orElseGet(() -> new ListedJobs(Sweep.members(config)));
        SweepOutcome outcome = new SweepOutcome(folder, jobs.mayFail());
        slots.work(jobs, folder.path(), outcome);
        return outcome.result(() -> {
            search.ifPresent(SearchJobs::writeJournal);
            search.flatMap(SearchJobs::best)
                    .ifPresent(best -> outcome.note(Message.of(
                            "experiment.searchBest",
                            best.number(),
                            best.metric(),
                            best.value(),
                            best.member().label())));
            return DrawingNotes.of(
                    () -> RunFigures.writeComparison(config, new StoredRun(folder), FigureStyle.doubleColumn()));
        });
    }
}
