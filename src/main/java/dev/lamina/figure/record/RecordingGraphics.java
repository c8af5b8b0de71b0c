package dev.lamina.figure.record;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.xmlgraphics.java2d.AbstractGraphics2D;
import org.apache.xmlgraphics.java2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/** Keeps what is drawn on it. Transforms may turn and move, not scale lines. */
final class RecordingGraphics extends AbstractGraphics2D {
    private final List<Drawn> drawn;
    private final BufferedImage measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

    RecordingGraphics() {
        super(false);
        this.drawn = new ArrayList<>();
        this.gc = new GraphicContext();
    }

    private RecordingGraphics(RecordingGraphics parent) {
        super(parent);
        this.drawn = parent.drawn;
        this.gc = (GraphicContext) parent.gc.clone();
    }

    List<Drawn> drawn() {
        return drawn;
    }

    private Optional<Shape> clipOnPage() {
        return Optional.ofNullable(getClip()).map(clip -> getTransform().createTransformedShape(clip));
    }

    @Override
    public void draw(Shape shape) {
        if (getStroke() instanceof BasicStroke stroke) {
            drawn.add(
                    new Drawn.Stroked(getTransform().createTransformedShape(shape), stroke, getColor(), clipOnPage()));
        } else {
            fill(getStroke().createStrokedShape(shape));
        }
    }

    @Override
    public void fill(Shape shape) {
        drawn.add(new Drawn.Filled(
                getTransform().createTransformedShape(shape),
                getPaint() instanceof Color color ? color : getColor(),
                clipOnPage()));
    }

    @Override
    public void drawString(String text, float x, float y) {
        AffineTransform place = getTransform();
        place.translate(x, y);
        drawn.add(new Drawn.Text(text, getFont(), place, getColor(), clipOnPage()));
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        fill(new TextLayout(text, Drawn.EXACT).getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    @Override
    public boolean drawImage(Image image, AffineTransform transform, @Nullable ImageObserver observer) {
        AffineTransform place = getTransform();
        place.concatenate(transform);
        drawn.add(new Drawn.Picture((BufferedImage) image, place, clipOnPage()));
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        return drawImage(image, AffineTransform.getTranslateInstance(x, y), observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale((double) width / image.getWidth(null), (double) height / image.getHeight(null));
        return drawImage(image, place, observer);
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw new UnsupportedOperationException("figures draw buffered images");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw new UnsupportedOperationException("figures draw buffered images");
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return measure.createGraphics().getFontMetrics(font);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return measure.createGraphics().getDeviceConfiguration();
    }

    @Override
    public Graphics create() {
        return new RecordingGraphics(this);
    }

    @Override
    public void dispose() {
        // Nothing is held.
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw new UnsupportedOperationException("figures copy no pixels");
    }

    @Override
    public void setXORMode(Color color) {
        throw new UnsupportedOperationException("figures mix no pixels");
    }
}
