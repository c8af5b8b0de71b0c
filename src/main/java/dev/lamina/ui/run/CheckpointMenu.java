package dev.lamina.ui.run;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.StoredRun;
import dev.lamina.tensor.BadInputException;
import dev.lamina.train.CheckpointKind;
import dev.lamina.ui.chart.Pick;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the checkpoint nearest to a point of a chart. */
public final class CheckpointMenu {
    private final Texts texts;
    private final RunViewModel runs;
    private final BiConsumer<RunEntry, KeptCheckpoint> branch;
    private final Consumer<Path> reveal;

    /**
     * @param branch goes on from a checkpoint as a new run
     * @param reveal shows a folder
     */
    public CheckpointMenu(
            Texts texts, RunViewModel runs, BiConsumer<RunEntry, KeptCheckpoint> branch, Consumer<Path> reveal) {
        this.texts = texts;
        this.runs = runs;
        this.branch = branch;
        this.reveal = reveal;
    }

    /** Opens the menu where the person pointed. */
    public void show(Node owner, RunEntry run, Pick pick) {
        ContextMenu menu = of(run, pick.x());
        menu.setAutoHide(true);
        menu.show(owner, pick.screenX(), pick.screenY());
    }

    /** The menu for a place on the axis of epochs. */
    ContextMenu of(RunEntry run, double epoch) {
        Optional<KeptCheckpoint> nearest = nearest(run, epoch);
        MenuItem head = new MenuItem(nearest.map(this::title).orElseGet(() -> texts.get("checkpoint.none")));
        head.setDisable(true);
        ContextMenu menu = new ContextMenu(head);
        nearest.ifPresent(checkpoint -> {
            MenuItem goOn = new MenuItem(texts.get("checkpoint.goOn"));
            goOn.setOnAction(_ -> branch.accept(run, checkpoint));
            goOn.setDisable(runs.stateProperty().get().active() || atTheEnd(run, checkpoint));
            MenuItem show = new MenuItem(texts.get("checkpoint.show"));
            show.setOnAction(_ -> reveal.accept(checkpoint.folder()));
            menu.getItems().addAll(new SeparatorMenuItem(), goOn, show);
        });
        return menu;
    }

    private static boolean atTheEnd(RunEntry run, KeptCheckpoint checkpoint) {
        return run.stateProperty().get() == RunState.FINISHED
                && checkpoint.kinds().contains(CheckpointKind.LAST);
    }

    private static Optional<KeptCheckpoint> nearest(RunEntry run, double epoch) {
        try {
            List<KeptCheckpoint> kept = StoredRun.in(run.folder()).checkpoints();
            return kept.stream()
                    .min(Comparator.comparingDouble(
                            checkpoint -> Math.abs(run.curves().epochOf(checkpoint.step()) - epoch)));
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    private String title(KeptCheckpoint checkpoint) {
        String key = checkpoint.kinds().size() > 1
                ? "checkpoint.both"
                : checkpoint.kinds().contains(CheckpointKind.BEST) ? "checkpoint.best" : "checkpoint.last";
        return texts.get(key, checkpoint.step(), checkpoint.latestEpoch());
    }
}
