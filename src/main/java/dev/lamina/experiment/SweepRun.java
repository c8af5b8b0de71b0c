package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.FigureStyle;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The runs of a sweep one after the other, each in a folder of its own below the sweep's, and a figure of all. */
record SweepRun(ExperimentRun run) {
    /** Whether a folder holds this sweep already, so that the same command goes on with it. */
    static boolean isIn(Path path, ExperimentConfig config) {
        try {
            return !config.sweep().isEmpty()
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
            members.forEach(member -> ExperimentSetup.requireFeasible(member.config(), run.where()));
            RunFolder folder = RunFolder.make(path);
            try (RunLock _ = RunLock.of(folder)) {
                RunFolder.requireNew(path);
                folder.tidy();
                return begin(config, members, folder);
            }
        } finally {
            RunFolder.removeIfEmpty(path);
        }
    }

    private RunResult begin(ExperimentConfig config, List<Sweep.Member> members, RunFolder folder) {
        try {
            folder.writeConfig(config);
            return runAll(members, folder);
        } catch (RuntimeException | Error e) {
            if (members.stream().noneMatch(m -> Files.exists(m.folder(folder).path()))) {
                folder.clear();
            }
            throw e;
        }
    }

    /** Leaves finished runs alone, goes on with the one that was stopped, and does those that are missing. */
    RunResult resume(RunFolder folder, ExperimentConfig config) {
        try (RunLock _ = RunLock.of(folder)) {
            folder.tidy();
            return runAll(Sweep.members(config), folder);
        }
    }

    /**
     * @throws BadInputException of the first run that cannot be taken up, after all others unless its folder is not even
     *     there; where one has failed, that is what is told
     */
    private RunResult runAll(List<Sweep.Member> members, RunFolder folder) {
        List<Message> notes = new ArrayList<>();
        @Nullable RunResult last = null;
        @Nullable Message failure = null;
        @Nullable BadInputException unusable = null;
        for (Sweep.Member member : members) {
            if (!folder.isThere()) {
                return new RunResult(folder.path(), RunState.FAILED, null, folder.gone(), notes);
            }
            boolean there = Files.exists(member.folder(folder).path());
            try {
                last = run.startOrGoOn(member.config(), member.folder(folder).path());
            } catch (BadInputException e) {
                if (!there && failure == null) {
                    throw e;
                }
                unusable = unusable == null ? e : unusable;
                continue;
            }
            notes.addAll(last.notes());
            if (last.state() == RunState.FAILED) {
                // The others may still be worth having: a run that diverges is often one end of a sweep.
                failure = Objects.requireNonNull(last.message()).at(member.folderName());
            }
            if (last.state() == RunState.STOPPED) {
                return new RunResult(folder.path(), RunState.STOPPED, last.last(), failure, notes);
            }
        }
        if (unusable != null && failure == null) {
            throw unusable;
        }
        notes.addAll(DrawingNotes.of(
                () -> RunFigures.writeComparison(members, new StoredRun(folder), FigureStyle.doubleColumn())));
        RunState state = failure != null ? RunState.FAILED : RunState.FINISHED;
        return new RunResult(folder.path(), state, last == null ? null : last.last(), failure, notes);
    }
}
