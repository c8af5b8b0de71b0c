package dev.lamina.ui.teach;

import dev.lamina.metric.Reading;
import dev.lamina.ui.fx.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/** The numbers under the pointer: where it is, and the scores of the classes there. */
final class Readout extends Label {
    private final Texts texts;

    Readout(Texts texts) {
        this.texts = texts;
        getStyleClass().add("lab-readout");
        away();
    }

    void away() {
        setText(texts.get("readout.away"));
    }

    void at(PlaneView.Place place, Plane plane, Optional<Reading.ImageStack> scores, Optional<Reading.Field> norms) {
        StringBuilder words = new StringBuilder(String.format(Locale.ROOT, "x = %.2f, y = %.2f", place.x(), place.y()));
        scores.ifPresent(read -> {
            int column = (int) Math.clamp(plane.column(place.x(), read.width()), 0, read.width() - 1.0);
            int row = (int) Math.clamp(plane.row(place.y(), read.height()), 0, read.height() - 1.0);
            for (int k = 0; k < read.captions().size(); k++) {
                float score = read.values()[(k * read.height() + row) * read.width() + column];
                words.append(String.format(
                        Locale.ROOT, "     %s %.3f", read.captions().get(k), score));
            }
        });
        norms.ifPresent(read -> {
            int column = (int) Math.clamp(plane.column(place.x(), read.columns()), 0, read.columns() - 1.0);
            int row = (int) Math.clamp(plane.row(place.y(), read.rows()), 0, read.rows() - 1.0);
            double norm = read.at(read.rows() - 1 - row, column);
            words.append(String.format(Locale.ROOT, "     ‖∂z/∂x‖² %.3g", norm));
        });
        setText(words.toString());
    }
}
