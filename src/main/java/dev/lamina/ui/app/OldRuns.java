package dev.lamina.ui.app;

import dev.lamina.archive.RunStore;
import dev.lamina.ui.fx.Preferences;
import dev.lamina.ui.run.EarlierRuns;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/** The folders of runs, and what lies in them from before: for the list of runs and the start page. FX thread. */
record OldRuns(
        Services services,
        ObjectProperty<Preferences> preferences,
        RunViewModel runs,
        StartPage startPage,
        Consumer<RunEntry> open) {
    private static final int MOST = 40;

    /** Where new runs go. */
    Path folder() {
        return new RunPlaces(services.runs()).first(preferences.get());
    }

    void choose(Path folder) {
        preferences.set(preferences.get().withRunFolder(folder.toAbsolutePath().toString()));
        startPage.side().showFolder(folder());
        read();
    }

    void read() {
        List<Path> places = new RunPlaces(services.runs()).all(preferences.get());
        services.background().execute(() -> {
            var old = EarlierRuns.read(new RunStore(places), MOST);
            services.fx().execute(() -> {
                runs.known().addEarlier(old);
                show();
            });
        });
    }

    /** On the start page. */
    void show() {
        startPage.side().showRuns(runs.entries(), open);
    }
}
