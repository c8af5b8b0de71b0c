package dev.lamina.ui.app;

import dev.lamina.ui.fx.FxExecutor;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Where a person left the divider of a split pane: a window too small for it pushes the divider aside only for as long as it
 * is. FX thread.
 */
final class KeptShare {
    private static final String DIVIDER = "split-pane-divider";

    private final SplitPane pane;
    private final FxExecutor fx;
    private double share;

    /** @param share of the first of two parts, 0 to 1 */
    KeptShare(SplitPane pane, FxExecutor fx, double share) {
        this.pane = pane;
        this.fx = fx;
        this.share = share;
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && node.getStyleClass().contains(DIVIDER)) {
                keep();
            }
        });
        pane.widthProperty().addListener(_ -> resized(Orientation.HORIZONTAL));
        pane.heightProperty().addListener(_ -> resized(Orientation.VERTICAL));
    }

    double share() {
        return share;
    }

    /** Takes the place where the divider is. */
    private void keep() {
        if (pane.getDividers().size() == 1) {
            share = pane.getDividers().getFirst().getPosition();
        }
    }

    /** The pane moves the divider by itself while it is laid out, so this comes after. */
    private void resized(Orientation changed) {
        if (pane.getOrientation() == changed) {
            fx.execute(this::restore);
        }
    }

    /** Puts the divider where it was left. */
    void restore() {
        pane.setDividerPositions(share);
    }
}
