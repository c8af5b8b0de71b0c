package dev.lamina.ui.run;

import dev.lamina.archive.RunGroup;
import dev.lamina.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A sweep in the list of runs: its runs in the order they began. FX thread. */
public final class SweepEntry implements RunRow {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Path folder;
    private final int planned;
    private final ObservableList<RunEntry> members =
            FXCollections.observableArrayList(member -> new Observable[] {member.stateProperty()});
    private long firstNanos;
    private int begun;
    private final ObjectProperty<RunState> state = new SimpleObjectProperty<>(RunState.STOPPED);

    /** @param planned how many runs it is of */
    SweepEntry(Path folder, int planned, List<RunEntry> members) {
        this.folder = folder;
        this.planned = planned;
        this.members.setAll(members);
        settle();
    }

    /** One that is about to begin; empty if the configuration is of a single run. */
    static Optional<SweepEntry> of(ExperimentConfig config, Path folder) {
        return config.single()
                ? Optional.empty()
                : Optional.of(new SweepEntry(folder, RunGroup.planned(config), List.of()));
    }

    @Override
    public Path folder() {
        return folder;
    }

    public int planned() {
        return planned;
    }

    /** Those that began. */
    public ObservableList<RunEntry> members() {
        return members;
    }

    /** Those that will not go on: finished, or failed. */
    public long done() {
        return members.stream()
                .map(member -> member.stateProperty().get())
                .filter(state -> state == RunState.FINISHED || state == RunState.FAILED)
                .count();
    }

    @Override
    public ObjectProperty<RunState> stateProperty() {
        return state;
    }

    void add(RunEntry member) {
        if (begun == 0) {
            firstNanos = System.nanoTime();
        }
        begun++;
        if (!members.contains(member)) {
            members.add(member);
        }
    }

    /**
     * How far it is while it is worked on.
     *
     * @param secondsOfRun estimate for the run at work, NaN before there is one
     */
    SweepProgress progress(double secondsOfRun, long nowNanos) {
        double before = begun == 0 ? 0 : (nowNanos - firstNanos) / NANOS_PER_SECOND;
        return SweepProgress.of(Math.max(1, members.size()), planned, secondsOfRun, before, begun);
    }

    /** Takes the state that its runs make while nothing works on it as a whole. */
    void settle() {
        List<RunState> states =
                members.stream().map(member -> member.stateProperty().get()).toList();
        state.set(
                states.size() < planned || states.contains(RunState.STOPPED)
                        ? RunState.STOPPED
                        : states.contains(RunState.FAILED) ? RunState.FAILED : RunState.FINISHED);
    }
}
