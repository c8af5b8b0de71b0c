package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Presentation;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A wire on the canvas, with a broader invisible one beneath that is easy to hit. */
final class WireView extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final Presentation.Wire wire;
    private final Path line = new Path();
    private final Path hit = new Path();
    private WirePath path = WirePath.free(0, 0, 0, 0);

    WireView(Presentation.Wire wire) {
        this.wire = wire;
        line.getStyleClass().add("wire");
        line.setMouseTransparent(true);
        hit.getStyleClass().add("wire-hit");
        getChildren().addAll(hit, line);
    }

    Presentation.Wire wire() {
        return wire;
    }

    WirePath path() {
        return path;
    }

    void route(WirePath way) {
        if (!way.equals(path) || line.getElements().isEmpty()) {
            path = way;
            draw(line, way);
            draw(hit, way);
        }
    }

    void setSelected(boolean selected) {
        line.pseudoClassStateChanged(SELECTED, selected);
    }

    /** Whether something is about to be dropped on it. */
    void setTarget(boolean target) {
        line.pseudoClassStateChanged(TARGET, target);
    }

    void setFaulty(boolean faulty) {
        line.pseudoClassStateChanged(FAULTY, faulty);
    }

    static void draw(Path shape, WirePath way) {
        WirePath.Cubic first = way.cubics().getFirst();
        shape.getElements().setAll(new MoveTo(first.x0(), first.y0()));
        for (WirePath.Cubic c : way.cubics()) {
            shape.getElements().add(new CubicCurveTo(c.x1(), c.y1(), c.x2(), c.y2(), c.x3(), c.y3()));
        }
    }
}
