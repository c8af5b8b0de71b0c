package dev.lamina.figure.render;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Join;
import dev.lamina.figure.SeriesLook;
import dev.lamina.figure.record.Recording;
import dev.lamina.figure.text.FigureFonts;
import dev.lamina.figure.text.TextLine;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a whole figure in points, from (0, 0) to its width and height. */
public final class FigureRenderer {
    private final FigureLayout layout;
    private final Page page;

    /** Lays the figure out; it can then be drawn several times. */
    public FigureRenderer(FigureSpec spec, FigureStyle style, FigureFonts fonts) {
        this.page = PlotAreaSize.fitted(Page.of(spec, style, fonts));
        this.layout = FigureLayout.of(page);
    }

    public double widthPoints() {
        return page.width();
    }

    /** What the style says, or more where title, legend and notes would leave too little to the panels. */
    public double heightPoints() {
        return layout.height();
    }

    /** Where the panels lie, in their order. */
    public List<PanelFrame> frames() {
        return layout.panels().stream().map(PanelFrame::of).toList();
    }

    /** How the curves of each panel look, by their names. */
    public List<Map<String, SeriesLook>> looks() {
        return page.spec().panels().stream()
                .map(panel -> {
                    Map<String, SeriesLook> looks = new LinkedHashMap<>();
                    panel.series().forEach(series -> looks.put(series.name(), page.look(series)));
                    return looks;
                })
                .toList();
    }

    /** All that {@link #draw} draws, as values. */
    public Recording recording() {
        return Recording.of(widthPoints(), heightPoints(), this::draw);
    }

    /** Draws the figure and leaves clip and transform as they were. */
    public void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setPaint(page.style().theme().background());
        graphics.fill(new Rectangle2D.Double(0, 0, widthPoints(), heightPoints()));
        for (PanelPlace place : layout.panels()) {
            new PanelPlot(page, place).draw(graphics);
            new AxisGaps(page, place).draw(graphics);
            new PanelText(page, place).draw(graphics);
            new Insets(page, place).draw(graphics);
            new EndLabels(page, place).draw(graphics);
            InsideLegend.of(page, place)
                    .ifPresent(inside -> drawLegend(
                            graphics,
                            inside.legend(),
                            inside.box().getX(),
                            inside.box().getY()));
            Legend legend = place.header().legend();
            double inside = Math.min(place.frame().getMinX(), place.cell().getMaxX() - legend.width());
            double left = Math.max(inside, place.cell().getX() + place.header().legendStart(page.size()));
            drawLegend(
                    graphics, legend, left, place.cell().getY() + place.header().legendTop(page.size()));
        }
        drawLegend(graphics, layout.legend(), layout.legendLeft(), layout.legendTop());
        graphics.setPaint(page.style().theme().foreground());
        layout.title()
                .drawCentered(
                        graphics,
                        page.width() / 2,
                        page.margin() + 0.6 * layout.title().size());
        double y = layout.notesTop();
        for (TextLine note : layout.notes()) {
            y += FigureLayout.noteRow(note);
            note.draw(graphics, page.margin(), y - 0.2 * note.size());
        }
    }

    private void drawLegend(Graphics2D graphics, Legend legend, double left, double top) {
        for (Legend.Entry entry : legend.entries()) {
            double y = top + entry.y();
            double start = left + entry.x();
            double end = left + entry.sampleEnd();
            if (entry.look().join() == Join.LINE) {
                graphics.setPaint(entry.look().color());
                graphics.setStroke(
                        LineRenderer.stroke(entry.look(), page.style().lineWidthPoints()));
                graphics.draw(new Line2D.Double(start, y, end, y));
            }
            drawMarker(graphics, entry, (start + end) / 2, y);
            graphics.setPaint(page.style().theme().foreground());
            entry.name()
                    .draw(graphics, left + entry.textStart(), y + entry.name().capitalHeight() / 2);
        }
    }

    private void drawMarker(Graphics2D graphics, Legend.Entry entry, double x, double y) {
        LineRenderer.drawMarker(graphics, entry.look(), page.style(), AffineTransform.getTranslateInstance(x, y));
    }
}
