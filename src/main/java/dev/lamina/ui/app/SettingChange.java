package dev.lamina.ui.app;

import dev.lamina.graph.edit.Change;
import dev.lamina.graph.edit.StepName;
import java.util.List;
import java.util.Optional;

/**
 * A setting of the experiment was changed.
 *
 * @param path dotted key; empty where the whole was changed as text
 */
record SettingChange(String path) implements Change {
    static final SettingChange OF_TEXT = new SettingChange("");

    @Override
    public StepName name() {
        return path.isEmpty()
                ? new StepName("text", List.of())
                : new StepName("setting", List.of(path.substring(path.lastIndexOf('.') + 1)));
    }

    @Override
    public Optional<Change> mergedWith(Change next) {
        return next.equals(this) ? Optional.of(next) : Optional.empty();
    }
}
