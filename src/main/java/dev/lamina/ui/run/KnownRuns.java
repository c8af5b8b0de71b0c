package dev.lamina.ui.run;

import dev.lamina.archive.RunStore;
import dev.lamina.event.TrainingEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs that the window knows, the newest first, and the sweeps that some of them are part of. FX thread. */
public final class KnownRuns {
    private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<SweepEntry> sweeps = FXCollections.observableArrayList();

    private int colors;

    public ObservableList<RunEntry> entries() {
        return entries;
    }

    public ObservableList<SweepEntry> sweeps() {
        return sweeps;
    }

    /** The sweep that a run is part of. */
    public Optional<SweepEntry> sweepOf(RunEntry run) {
        return sweeps.stream().filter(sweep -> sweep.members().contains(run)).findFirst();
    }

    Optional<SweepEntry> sweepIn(Path folder) {
        return sweeps.stream().filter(sweep -> sweep.folder().equals(folder)).findFirst();
    }

    /** Puts those behind that were found in folders; one that began meanwhile is there already. */
    public void addEarlier(EarlierRuns found) {
        List<RunEntry> unknown = found.runs().stream()
                .filter(run ->
                        entries.stream().noneMatch(entry -> entry.folder().equals(run.folder())))
                .toList();
        sweeps.addAll(found.sweeps().stream()
                .filter(sweep -> sweepIn(sweep.folder()).isEmpty())
                .toList());
        unknown.forEach(this::distinguish);
        entries.addAll(unknown);
    }

    /** Gives it the color that comes next. */
    private void distinguish(RunEntry run) {
        run.setColor(colors++);
    }

    void begin(RunEntry run) {
        if (!entries.contains(run)) {
            distinguish(run);
            entries.addFirst(run);
        }
    }

    /** A run of the sweep began. */
    void begin(RunEntry run, SweepEntry sweep) {
        sweep.add(run);
        if (!sweeps.contains(sweep)) {
            sweeps.addFirst(sweep);
        }
        begin(run);
    }

    /** A run that was begun before goes on in its own entry. Any thread. */
    static RunEntry entryOf(TrainingEvent.RunStarted e, List<RunEntry> known) {
        Path folder = Path.of(e.folder());
        return known.stream()
                .filter(entry -> entry.folder().equals(folder))
                .findFirst()
                .or(() -> e.stepsDone() > 0
                        ? EarlierRuns.read(new RunStore(folder), 1).runs().stream()
                                .findFirst()
                        : Optional.empty())
                .orElseGet(() -> new RunEntry(e.name(), folder, new RunCurves(), RunState.RUNNING));
    }
}
