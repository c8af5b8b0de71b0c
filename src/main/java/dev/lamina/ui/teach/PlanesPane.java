package dev.lamina.ui.teach;

import dev.lamina.figure.Theme;
import dev.lamina.metric.Reading;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** One plane, or those of twins beside where they disagree: squares of one size, as large as there is room for. */
final class PlanesPane extends Pane {
    private static final double GAP = 14;
    private static final double HEADING = 22;

    private final Texts texts;
    private final PixelView difference;
    private final Label differenceName = new Label();
    private final List<Label> headings = new ArrayList<>();
    private final List<Node> squares = new ArrayList<>();
    private Theme theme = Theme.SCREEN_LIGHT;
    private List<LabPlane> labs = List.of();

    PlanesPane(Texts texts, LabServices services) {
        this.texts = texts;
        this.difference = new PixelView(services.painter(), services.fx());
        this.difference.getStyleClass().add("plane-view");
        setMinSize(120, 120);
        widthProperty().addListener(_ -> fitHeight());
    }

    void show(Twins twins) {
        labs = twins.labs();
        headings.clear();
        differenceName.getStyleClass().remove("lab-title");
        squares.clear();
        String id = NetworkPane.id(twins.preset());
        for (int i = 0; i < labs.size(); i++) {
            squares.add(labs.get(i).view());
            if (labs.size() > 1) {
                Label heading = new Label();
                heading.textProperty().bind(texts.of("twin-" + id + (i == 0 ? ".left" : ".right")));
                headings.add(heading);
            }
        }
        if (labs.size() > 1) {
            squares.add(difference);
            differenceName.setText(texts.get("twin.difference", "–"));
            headings.add(differenceName);
        }
        headings.forEach(heading -> heading.getStyleClass().add("lab-title"));
        getChildren().setAll(squares);
        getChildren().addAll(headings);
        fitHeight();
        requestLayout();
    }

    /** Twins leave the room that their squares cannot take to what lies below. */
    private void fitHeight() {
        int count = squares.size();
        double side = Math.floor((getWidth() - (count - 1) * GAP) / Math.max(1, count));
        setMaxHeight(count == 1 ? Double.MAX_VALUE : Math.max(getMinHeight(), side + HEADING));
    }

    void setTheme(Theme other) {
        theme = other;
        compare();
    }

    /** Shows where twins disagree, if both have been read on the same grid. */
    void compare() {
        if (labs.size() < 2) {
            return;
        }
        Optional<Reading.ImageStack> one = labs.getFirst().scores();
        Optional<Reading.ImageStack> other = labs.getLast().scores();
        if (one.isPresent() && other.isPresent()) {
            Disagreement where = new Disagreement(theme, one.get(), other.get());
            difference.show(where);
            differenceName.setText(texts.get("twin.difference", DataPane.percent(where.share())));
        }
    }

    @Override
    protected void layoutChildren() {
        int count = squares.size();
        double top = headings.isEmpty() ? 0 : HEADING;
        double room = (getWidth() - (count - 1) * GAP) / Math.max(1, count);
        double side = Math.floor(Math.min(room, getHeight() - top));
        double left = Math.floor((getWidth() - count * side - (count - 1) * GAP) / 2);
        for (int i = 0; i < count; i++) {
            double x = left + i * (side + GAP);
            squares.get(i).resizeRelocate(x, top, side, side);
            if (i < headings.size()) {
                headings.get(i).resizeRelocate(x, 0, side, HEADING);
            }
        }
    }
}
