package dev.lamina.ui.run;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A run in the list of runs. */
public final class RunEntry {
    private final String name;
    private final Path folder;
    private final RunCurves curves;
    private final ObjectProperty<RunState> state;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private final StringProperty summary = new SimpleStringProperty("");

    public RunEntry(String name, Path folder, RunCurves curves, RunState state) {
        this.name = name;
        this.folder = folder;
        this.curves = curves;
        this.state = new SimpleObjectProperty<>(state);
    }

    public String name() {
        return name;
    }

    public Path folder() {
        return folder;
    }

    public RunCurves curves() {
        return curves;
    }

    public ObjectProperty<RunState> stateProperty() {
        return state;
    }

    /** Whether its curves are in the charts. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** One line about how far it came. */
    public StringProperty summaryProperty() {
        return summary;
    }
}
