package dev.lamina.ui.figure;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.KeptFonts;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.Zoomable;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures as JFreeChart's viewer knows plots: painted by the figures' painter, as large as fits into the middle
 * of the viewer. Zooming changes the axes of the panel at the pointer. FX thread.
 */
final class PagePlot extends Plot implements Zoomable {
    private static final long serialVersionUID = 1L;

    /** Pixels of the picture for one of the viewer, for sharp screens. */
    private static final int SHARPNESS = 2;

    private final transient KeptFonts fonts = new KeptFonts();
    private transient FigureSpec spec;
    private transient FigureStyle style;
    private transient FigureRenderer renderer;
    private transient Rectangle2D page = new Rectangle2D.Double(0, 0, 1, 1);

    PagePlot(FigureSpec spec, FigureStyle style) {
        this.spec = spec;
        this.style = style;
        this.renderer = renderer(spec, style);
    }

    private FigureRenderer renderer(FigureSpec other, FigureStyle otherStyle) {
        return new FigureRenderer(other, otherStyle, fonts.of(otherStyle.fontFamily(), other.texts()));
    }

    /** What is shown now, zoomed as it is. */
    FigureSpec spec() {
        return spec;
    }

    void show(FigureSpec other, FigureStyle otherStyle) {
        renderer = renderer(other, otherStyle);
        spec = other;
        style = otherStyle;
        fireChangeEvent();
    }

    @Override
    public String getPlotType() {
        return "page";
    }

    @Override
    public void draw(
            Graphics2D graphics,
            Rectangle2D area,
            @Nullable Point2D anchor,
            @Nullable PlotState parentState,
            @Nullable PlotRenderingInfo info) {
        double scale = Math.min(area.getWidth() / renderer.widthPoints(), area.getHeight() / renderer.heightPoints());
        double width = renderer.widthPoints() * scale;
        double height = renderer.heightPoints() * scale;
        page = new Rectangle2D.Double(area.getCenterX() - width / 2, area.getCenterY() - height / 2, width, height);
        if (info != null) {
            info.setPlotArea(page);
            info.setDataArea(page);
        }
        int columns = (int) Math.ceil(SHARPNESS * width);
        int rows = (int) Math.ceil(SHARPNESS * height);
        if (columns < 1 || rows < 1) {
            return;
        }
        BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        Graphics2D own = picture.createGraphics();
        own.scale(SHARPNESS * scale, SHARPNESS * scale);
        renderer.draw(own);
        own.dispose();
        graphics.drawImage(picture, (int) page.getX(), (int) page.getY(), (int) width, (int) height, null);
    }

    private PageZoom zoom() {
        return new PageZoom(spec, renderer.frames());
    }

    /** A place of the viewer on the page, in points. */
    private Point2D onPage(Point2D place) {
        double scale = page.getWidth() / renderer.widthPoints();
        return new Point2D.Double((place.getX() - page.getX()) / scale, (place.getY() - page.getY()) / scale);
    }

    private void become(FigureSpec zoomed) {
        if (!zoomed.equals(spec)) {
            show(zoomed, style);
        }
    }

    @Override
    public boolean isDomainZoomable() {
        return true;
    }

    @Override
    public boolean isRangeZoomable() {
        return true;
    }

    @Override
    public PlotOrientation getOrientation() {
        return PlotOrientation.VERTICAL;
    }

    @Override
    public void zoomDomainAxes(double factor, PlotRenderingInfo state, Point2D source) {
        become(zoom().x(factor, onPage(source)));
    }

    @Override
    public void zoomDomainAxes(double factor, PlotRenderingInfo state, Point2D source, boolean useAnchor) {
        zoomDomainAxes(factor, state, source);
    }

    /** @param lowerPercent share of the page's width */
    @Override
    public void zoomDomainAxes(double lowerPercent, double upperPercent, PlotRenderingInfo state, Point2D source) {
        double width = renderer.widthPoints();
        become(zoom().x(lowerPercent * width, upperPercent * width, onPage(source)));
    }

    @Override
    public void zoomRangeAxes(double factor, PlotRenderingInfo state, Point2D source) {
        become(zoom().y(factor, onPage(source)));
    }

    @Override
    public void zoomRangeAxes(double factor, PlotRenderingInfo state, Point2D source, boolean useAnchor) {
        zoomRangeAxes(factor, state, source);
    }

    /** @param lowerPercent share of the page's height, from below */
    @Override
    public void zoomRangeAxes(double lowerPercent, double upperPercent, PlotRenderingInfo state, Point2D source) {
        double height = renderer.heightPoints();
        become(zoom().y((1 - upperPercent) * height, (1 - lowerPercent) * height, onPage(source)));
    }
}
