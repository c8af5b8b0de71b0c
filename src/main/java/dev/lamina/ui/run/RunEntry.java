package dev.lamina.ui.run;

import java.nio.file.Path;
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
    private final ObjectProperty<Optional<RunSummary>> summary = new SimpleObjectProperty<>(Optional.empty());

    public RunEntry(String name, Path folder, RunCurves curves, RunState state) {
        this.name = name;
        this.folder = folder;
        this.curves = curves;
        this.state = new SimpleObjectProperty<>(state);
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

    /** Whether its curves are in the charts. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** How far it came; nothing before its first epoch. */
    public ObjectProperty<Optional<RunSummary>> summaryProperty() {
        return summary;
    }
}
