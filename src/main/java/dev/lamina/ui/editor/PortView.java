package dev.lamina.ui.editor;

import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/** Where wires enter or leave a card. */
final class PortView extends Region {
    static final double SIZE = 12;
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /** Which way values go through a port. */
    enum Direction {
        IN,
        OUT
    }

    private final Region card;
    private final String cardId;
    private final Direction direction;
    private final int index;

    PortView(Region card, String cardId, Direction direction, int index) {
        this.card = card;
        this.cardId = cardId;
        this.direction = direction;
        this.index = index;
        getStyleClass().addAll("port", direction == Direction.IN ? "in" : "out");
        setManaged(false);
        setCursor(Cursor.CROSSHAIR);
    }

    String cardId() {
        return cardId;
    }

    Direction direction() {
        return direction;
    }

    int index() {
        return index;
    }

    /** Puts its center to a point of the card. */
    void place(double x, double y) {
        resizeRelocate(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
    }

    /** In the coordinates of the canvas. */
    double centerX() {
        return card.getLayoutX() + getLayoutX() + SIZE / 2;
    }

    double centerY() {
        return card.getLayoutY() + getLayoutY() + SIZE / 2;
    }

    void mark(Mark mark) {
        pseudoClassStateChanged(TARGET, mark == Mark.TARGET);
        pseudoClassStateChanged(REFUSED, mark == Mark.REFUSED);
    }

    /** What a wire in the hand finds here. */
    enum Mark {
        NONE,
        TARGET,
        REFUSED
    }
}
