package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.FigureStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs of a sweep one after the other, each in a folder of its own below the sweep's, and a figure of all. */
final class SweepRun {
    private final ExperimentRun run;

    SweepRun(ExperimentRun run) {
        this.run = run;
    }

    RunResult start(ExperimentConfig config, Path path) {
        List<Sweep.Member> members = Sweep.members(config);
        members.forEach(member -> Feasibility.require(member.config(), run.where()));
        RunFolder folder = RunFolder.create(path, config);
        try (RunLock _ = RunLock.of(folder)) {
            return runAll(members, path);
        } catch (RuntimeException | Error e) {
            if (members.stream().noneMatch(m -> Files.exists(path.resolve(m.folderName())))) {
                folder.discard();
            }
            throw e;
        }
    }

    /** Leaves finished runs alone, goes on with the one that was stopped, and does those that are missing. */
    RunResult resume(RunFolder folder, ExperimentConfig config) {
        try (RunLock _ = RunLock.of(folder)) {
            return runAll(Sweep.members(config), folder.path());
        }
    }

    private RunResult runAll(List<Sweep.Member> members, Path path) {
        List<String> notes = new ArrayList<>();
        @Nullable RunResult last = null;
        @Nullable String failure = null;
        for (Sweep.Member member : members) {
            last = run.startOrGoOn(member.config(), path.resolve(member.folderName()));
            notes.addAll(last.notes());
            if (last.state() == RunState.FAILED) {
                // The others may still be worth having: a run that diverges is often one end of a sweep.
                failure = member.folderName() + ": " + last.message();
            }
            if (last.state() == RunState.STOPPED) {
                break;
            }
        }
        boolean stopped = last != null && last.state() == RunState.STOPPED;
        if (!stopped) {
            notes.addAll(DrawingNotes.of(
                    () -> RunFigures.writeComparison(members, new RunFolder(path), FigureStyle.doubleColumn())));
        }
        RunState state = stopped ? RunState.STOPPED : failure != null ? RunState.FAILED : RunState.FINISHED;
        return new RunResult(path, state, last == null ? null : last.last(), failure, notes);
    }
}
