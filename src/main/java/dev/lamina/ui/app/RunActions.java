package dev.lamina.ui.app;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunFolder;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Beginning;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunRow;
import dev.lamina.ui.run.RunState;
import dev.lamina.ui.run.RunViewModel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What can be done with a run, each possible just when its state allows. */
final class RunActions {
    private final RunViewModel runs;
    private final Supplier<@Nullable ExperimentDocument> open;
    private final Supplier<Path> folder;
    private final Action run;
    private final Action pause;
    private final Action step;
    private final Action stepEpoch;
    private final Action stop;
    private final Action resume;

    /**
     * @param open the experiment that is open, null if none is
     * @param hindrance why it cannot be run; empty if it can
     * @param folder where run folders are made
     */
    RunActions(
            RunViewModel runs,
            Supplier<@Nullable ExperimentDocument> open,
            StringExpression hindrance,
            Supplier<Path> folder) {
        this.runs = runs;
        this.open = open;
        this.folder = folder;
        BooleanBinding cannotBegin =
                Bindings.createBooleanBinding(() -> !canAdvance(hindrance.get()), runs.stateProperty(), hindrance);
        run = Action.of("run", Material2OutlinedMZ.PLAY_ARROW, "F5", this::run).disabledBy(cannotBegin, hindrance);
        step = Action.of("step", Material2OutlinedMZ.SKIP_NEXT, "F7", () -> advance(Beginning.ONE_STEP))
                .disabledBy(cannotBegin, hindrance);
        stepEpoch = Action.of("stepEpoch", Material2OutlinedAL.FAST_FORWARD, "F8", () -> advance(Beginning.ONE_EPOCH))
                .disabledBy(cannotBegin, hindrance);
        pause = Action.of("pause", Material2OutlinedMZ.PAUSE, "F6", runs::pause).disabledBy(unless(RunState.RUNNING));
        stop = Action.of("stop", Material2OutlinedMZ.STOP, "Shift+F5", runs::stop)
                .disabledBy(unless(RunState.STARTING, RunState.RUNNING, RunState.PAUSED));
        resume = Action.of(
                        "resume",
                        Material2OutlinedMZ.REPLAY,
                        "Shortcut+F5",
                        () -> runs.resumeLast(Beginning.TO_THE_END))
                .disabledBy(runs.resumableProperty().not());
    }

    /** Starts the experiment that is open, or goes on after a pause. */
    void run() {
        advance(Beginning.TO_THE_END);
    }

    /** What the tool bar has: of a run that was stopped, going on and beginning anew stand beside each other. */
    List<Node> buttons(Texts texts) {
        BooleanExpression resumable = runs.resumableProperty();
        ObservableValue<String> name =
                Bindings.when(resumable).then(texts.of("run.anew")).otherwise(texts.of("run"));
        Node goOn = resume.button(texts, "success");
        goOn.visibleProperty().bind(resumable);
        goOn.managedProperty().bind(resumable);
        List<Node> buttons = new ArrayList<>(List.of(goOn, run.button(texts, name, "success")));
        Stream.of(pause, step, stepEpoch, stop).forEach(action -> buttons.add(action.button(texts)));
        return buttons;
    }

    List<Action> all() {
        return List.of(run, pause, step, stepEpoch, stop, resume);
    }

    private boolean canAdvance(String hindrance) {
        return switch (runs.stateProperty().get()) {
            case PAUSED -> true;
            case IDLE, STOPPED, FINISHED, FAILED -> hindrance.isEmpty();
            case STARTING, RUNNING, STOPPING -> false;
        };
    }

    private BooleanBinding unless(RunState... states) {
        return Bindings.createBooleanBinding(
                () -> !List.of(states).contains(runs.stateProperty().get()), runs.stateProperty());
    }

    /** Goes on after a pause, else starts the experiment that is open. */
    private void advance(Beginning how) {
        if (runs.stateProperty().get() == RunState.PAUSED) {
            switch (how) {
                case TO_THE_END -> runs.resume();
                case ONE_STEP -> runs.step();
                case ONE_EPOCH -> runs.stepEpoch();
            }
            return;
        }
        ExperimentDocument document = open.get();
        if (document != null) {
            runs.start(document.config(), freshFolder(document.config().name()), how);
        }
    }

    private Path freshFolder(String name) {
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        try {
            return RunFolder.claim(folder.get(), name, now);
        } catch (BadInputException _) {
            // The run itself fails with the reason, where failures are shown.
            return RunFolder.standardPath(folder.get(), name, now);
        }
    }

    /** Goes on from a checkpoint as a new run, unless another one is at work. */
    void branch(RunEntry from, KeptCheckpoint checkpoint) {
        if (!runs.stateProperty().get().active()) {
            runs.branch(from, checkpoint, freshFolder(from.name()), Beginning.TO_THE_END);
        }
    }

    /** Goes on with a run, or a sweep, that was stopped or failed, unless another one is at work. */
    void resume(RunRow row) {
        if (!runs.stateProperty().get().active()) {
            runs.resumeRun(row.folder(), Beginning.TO_THE_END);
        }
    }
}
