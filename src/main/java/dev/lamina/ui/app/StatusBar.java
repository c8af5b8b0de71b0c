package dev.lamina.ui.app;

import dev.lamina.backend.Cores;
import dev.lamina.config.BackendConfig;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.Backends;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.chart.Numbers;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import dev.lamina.ui.run.RunState;
import dev.lamina.ui.run.RunViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Device, threads, memory and speed; what the run is doing, or why there can be none. */
final class StatusBar extends HBox {
    private static final double LEAST_WIDTH = 200;

    private final Services services;
    private final Texts texts;
    private final RunViewModel runs;
    private final ReadOnlyObjectProperty<Optional<ExperimentDocument>> document;
    private final Label device = new Label();
    private final Label threads = new Label();
    private final Label memory = new Label();
    private final Label speed = new Label();
    private final Label doing = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private String hindrance = "";
    private @Nullable String knownBackend;

    /** @param document the experiment that is open; without one nothing is wrong, there is only nothing to run */
    StatusBar(Services services, RunViewModel runs, ReadOnlyObjectProperty<Optional<ExperimentDocument>> document) {
        this.document = document;
        this.services = services;
        this.texts = services.texts();
        this.runs = runs;
        getStyleClass().add("status-bar-line");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        // What is said here may be long, and is never cut off.
        doing.setWrapText(true);
        doing.setMinHeight(USE_PREF_SIZE);
        progress.setPrefWidth(160);
        progress.managedProperty().bind(progress.visibleProperty());
        progress.setVisible(false);
        getChildren().addAll(doing, progress, space, device, threads, memory, speed);
        tip(device, "status.device.tip");
        tip(threads, "status.threads.tip");
        tip(memory, "status.memory.tip");
        tip(speed, "status.speed.tip");
        tip(doing, "status.doing.tip");
        doing.setMinWidth(LEAST_WIDTH);
        WhatIsThis.explain(device, () -> List.of(Explanation.ofCount("device", texts)));
        WhatIsThis.explain(threads, () -> List.of(Explanation.ofCount("threads", texts)));
        WhatIsThis.explain(memory, () -> List.of(Explanation.ofCount("used", texts)));
        WhatIsThis.explain(speed, () -> List.of(Explanation.of(Tags.IMAGES_PER_SECOND, texts)));
        WhatIsThis.explain(
                doing, () -> List.of(Explanation.ofCount("progress", texts), Explanation.of(Tags.BATCH_LOSS, texts)));
    }

    private void tip(Label label, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(key));
        label.setTooltip(tip);
        label.setMinWidth(USE_PREF_SIZE);
    }

    /** What will compute. */
    void show(BackendConfig config) {
        int count = config.threads() == 0 ? Cores.usable() : config.threads();
        threads.textProperty().bind(texts.of("status.threads", count));
        if (!config.name().equals(knownBackend)) {
            knownBackend = config.name();
            services.background().execute(() -> {
                String name = nameOf(config.name());
                services.fx().execute(() -> device.setText(name));
            });
        }
    }

    private String nameOf(String backend) {
        try {
            return Backends.device(backend).name();
        } catch (BadInputException e) {
            return texts.text(e.problem());
        }
    }

    /** Why no run can be started; empty if one can. */
    void setHindrance(String why) {
        hindrance = why;
        tick();
    }

    /** Shows the numbers of now. */
    void tick() {
        RunState state = runs.stateProperty().get();
        TrainingEvent.StepCompleted step = runs.latestStep();
        memory.setText(String.format(Locale.ROOT, "%,d MiB", Memory.usedBytes() >> 20));
        progress.setVisible(state.active());
        boolean fault =
                !state.active() && document.get().isPresent() && (!hindrance.isEmpty() || state == RunState.FAILED);
        doing.getStyleClass().remove("fault");
        if (fault) {
            doing.getStyleClass().add("fault");
        }
        TrainingEvent.KernelsCompiled compiling = runs.compiling();
        if (compiling != null && state.active()) {
            speed.setText("");
            progress.setProgress((double) compiling.compiled() / compiling.kernels());
            doing.setText(texts.get("status.compiling", compiling.compiled(), compiling.kernels()));
        } else if (step != null && state.active()) {
            speed.setText(texts.get("status.speed", Math.round(step.imagesPerSecond())));
            progress.setProgress((double) step.stepInEpoch() / step.stepsPerEpoch());
            doing.setText(texts.get(
                            "status.step",
                            texts.get("state." + state),
                            step.epoch(),
                            step.stepInEpoch(),
                            step.stepsPerEpoch(),
                            Numbers.shortText(step.loss()),
                            left(step.secondsLeft()))
                    + runs.sweepProgress()
                            .map(sweep -> " · "
                                    + texts.get(
                                            "status.sweep", sweep.run(), sweep.planned(), left(sweep.secondsLeft())))
                            .orElse(""));
        } else {
            speed.setText("");
            progress.setProgress(0);
            // Why a run failed stands in a banner of its own.
            doing.setText(!hindrance.isEmpty() && !state.active() ? hindrance : texts.get("state." + state));
        }
    }

    private static String left(double seconds) {
        if (Double.isNaN(seconds)) {
            return "?";
        }
        long whole = Math.round(seconds);
        return whole < 60
                ? whole + " s"
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
