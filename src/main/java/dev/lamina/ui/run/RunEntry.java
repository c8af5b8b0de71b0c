package dev.lamina.ui.run;

import dev.lamina.archive.RunHeader;
import dev.lamina.archive.StoredRun;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A run in the list of runs. */
public final class RunEntry implements RunRow {
    private final String name;
    private final Path folder;
    private final RunCurves curves;
    private final ObjectProperty<RunState> state;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private volatile int color;
    private final ObjectProperty<Optional<RunSummary>> summary = new SimpleObjectProperty<>(Optional.empty());

    public RunEntry(String name, Path folder, RunCurves curves, RunState state) {
        this.name = name;
        this.folder = folder;
        this.curves = curves;
        this.state = new SimpleObjectProperty<>(state);
    }

    /** One that lies in a folder from before; empty if it cannot be read. Any thread. */
    static Optional<RunEntry> of(RunHeader header) {
        try {
            StoredRun run = StoredRun.in(header.folder());
            RunCurves curves = RunCurves.of(header.epochsPlanned(), run.metrics(), readings(run));
            header.record()
                    .changes()
                    .forEach(change -> curves.addChange(change.step(), change.hyperparameter(), change.value()));
            RunEntry entry = new RunEntry(
                    header.name(),
                    header.folder(),
                    curves,
                    state(header.record().state()));
            entry.summaryProperty().set(header.last().map(last -> new RunSummary(last, header.epochsPlanned())));
            return Optional.of(entry);
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    /** Damaged ones keep no run from being seen. */
    private static List<ReadingMeasured> readings(StoredRun run) {
        try {
            return run.readings();
        } catch (BadInputException _) {
            return List.of();
        }
    }

    private static RunState state(dev.lamina.archive.RunState stored) {
        return switch (stored) {
            case FINISHED -> RunState.FINISHED;
            case FAILED -> RunState.FAILED;
            // One that says it runs may have gone down with the machine; resuming it takes its lock.
            case CREATED, RUNNING, STOPPED -> RunState.STOPPED;
        };
    }

    public String name() {
        return name;
    }

    @Override
    public Path folder() {
        return folder;
    }

    public RunCurves curves() {
        return curves;
    }

    @Override
    public ObjectProperty<RunState> stateProperty() {
        return state;
    }

    /** Number in the palette, by which it is told from other runs. */
    int color() {
        return color;
    }

    void setColor(int number) {
        color = number;
    }

    /** Whether its curves are in the charts. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** How far it came; nothing before its first epoch. */
    public ObjectProperty<Optional<RunSummary>> summaryProperty() {
        return summary;
    }
}
