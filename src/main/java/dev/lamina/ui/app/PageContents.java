package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.ui.explore.ExploreView;
import dev.lamina.ui.figure.FigureWindow;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.ReadingsPane;
import dev.lamina.ui.run.RunViewModel;
import dev.lamina.ui.teach.LabServices;
import dev.lamina.ui.teach.PlaneLab;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Makes what the workspaces show, with what it needs of the window. FX thread. */
record PageContents(
        Services services,
        Supplier<DataLocation> where,
        ReadOnlyObjectProperty<Appearance> appearance,
        RunViewModel runs) {
    PlaneLab laboratory() {
        return PlaneLab.view(new LabServices(
                services.texts(),
                appearance,
                () -> Runs.byBackend(where.get()),
                services.fx(),
                services.background(),
                services.painter()));
    }

    /** @param opened is given what "search here" makes */
    ExploreView explore(Consumer<ExperimentConfig> opened) {
        return ExploreView.of(
                services.texts(),
                services.runs(),
                appearance,
                services.background(),
                services.painter(),
                services.fx(),
                opened);
    }

    /** @param scene what figures are opened from, once it is there */
    ReadingsPane readings(Supplier<@Nullable Scene> scene) {
        return new ReadingsPane(
                services.texts(), appearance.get(), services.painter(), services.fx(), runs::measure, request -> {
                    Scene shown = scene.get();
                    FigureWindow.open(
                            shown == null ? null : shown.getWindow(),
                            services.texts(),
                            request,
                            services.background(),
                            services.fx());
                });
    }
}
