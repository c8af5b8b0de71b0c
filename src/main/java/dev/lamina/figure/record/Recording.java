package dev.lamina.figure.record;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.List;
import java.util.function.Consumer;

/** All that was drawn on a page, in order. */
public record Recording(double width, double height, List<Drawn> drawn) {
    public Recording {
        drawn = List.copyOf(drawn);
    }

    /** What a hand draws on a page of this size. */
    public static Recording of(double width, double height, Consumer<Graphics2D> drawing) {
        RecordingGraphics graphics = new RecordingGraphics();
        drawing.accept(graphics);
        return new Recording(width, height, graphics.drawn());
    }

    public List<Drawn.Text> texts() {
        return drawn.stream()
                .filter(Drawn.Text.class::isInstance)
                .map(Drawn.Text.class::cast)
                .toList();
    }

    /** Draws it again, its letters as areas. */
    public void drawOutlined(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Shape before = graphics.getClip();
        for (Drawn one : drawn) {
            graphics.setClip(before);
            one.clip().ifPresent(graphics::clip);
            switch (one) {
                case Drawn.Filled filled -> {
                    graphics.setPaint(filled.color());
                    graphics.fill(filled.shape());
                }
                case Drawn.Stroked stroked -> {
                    graphics.setPaint(stroked.color());
                    graphics.setStroke(stroked.stroke());
                    graphics.draw(stroked.shape());
                }
                case Drawn.Text text -> {
                    graphics.setPaint(text.color());
                    graphics.fill(text.outline());
                }
                case Drawn.Picture picture -> graphics.drawImage(picture.image(), picture.place(), null);
            }
        }
        graphics.setClip(before);
    }
}
