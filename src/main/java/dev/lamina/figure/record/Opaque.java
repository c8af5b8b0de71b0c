package dev.lamina.figure.record;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the transparency out of a page, for files that know none. A translucent area becomes as many opaque ones as there are
 * colors beneath it, each the blend of both; lines and words beneath it are drawn again in it, blended likewise.
 *   blend = (1 − a) beneath + a color
 */
public final class Opaque {
    private static final int SOLID = 255;

    private final List<Drawn> drawn = new ArrayList<>();
    private final List<Region> ground = new ArrayList<>();

    /** Where the page has one color, lines and words aside. */
    private record Region(Area area, Color color) {}

    private Opaque(Recording page) {
        ground.add(new Region(new Area(new Rectangle2D.Double(0, 0, page.width(), page.height())), Color.WHITE));
    }

    /** The same to the eye without any transparency. */
    public static Recording of(Recording page) {
        Opaque opaque = new Opaque(page);
        page.drawn().forEach(opaque::add);
        return new Recording(page.width(), page.height(), opaque.drawn);
    }

    private void add(Drawn one) {
        switch (one) {
            case Drawn.Filled filled
            when filled.color().getAlpha() == SOLID -> {
                drawn.add(filled);
                cover(area(filled.shape(), filled.clip()), filled.color());
            }
            case Drawn.Filled filled -> blend(area(filled.shape(), filled.clip()), filled.color());
            case Drawn.Stroked stroked
            when stroked.color().getAlpha() < SOLID ->
                blend(area(stroked.stroke().createStrokedShape(stroked.shape()), stroked.clip()), stroked.color());
            case Drawn.Stroked _, Drawn.Text _, Drawn.Picture _ -> drawn.add(one);
        }
    }

    private static Area area(Shape shape, Optional<Shape> clip) {
        Area area = new Area(shape);
        clip.ifPresent(c -> area.intersect(new Area(c)));
        return area;
    }

    /** The same area where a clip takes nothing of it, so that it is written once. */
    private static Area within(Area area, Optional<Shape> clip) {
        return clip.filter(c -> !c.contains(area.getBounds2D()))
                .map(c -> area(area, clip))
                .orElse(area);
    }

    private void cover(Area area, Color color) {
        ground.forEach(region -> region.area().subtract(area));
        ground.removeIf(region -> region.area().isEmpty());
        ground.add(new Region(area, color));
    }

    private void blend(Area area, Color color) {
        List<Drawn> beneath = List.copyOf(drawn);
        List<Region> blended = new ArrayList<>();
        for (Region region : ground) {
            Area both = new Area(region.area());
            both.intersect(area);
            if (!both.isEmpty()) {
                Color mixed = mixed(region.color(), color);
                blended.add(new Region(both, mixed));
                drawn.add(new Drawn.Filled(both, mixed, Optional.empty()));
            }
        }
        ground.forEach(region -> region.area().subtract(area));
        ground.removeIf(region -> region.area().isEmpty());
        ground.addAll(blended);
        beneath.forEach(one -> again(one, area, color).ifPresent(drawn::add));
    }

    /** A line or words beneath a translucent area, as they are seen through it; nothing of what lies beside it. */
    private static Optional<Drawn> again(Drawn one, Area area, Color color) {
        return switch (one) {
            case Drawn.Stroked line
            when area.intersects(reach(line.shape().getBounds2D(), line.stroke())) ->
                clipped(area, line.clip())
                        .map(clip -> new Drawn.Stroked(
                                line.shape(), line.stroke(), mixed(line.color(), color), Optional.of(clip)));
            case Drawn.Text text
            when area.intersects(text.bounds()) ->
                clipped(area, text.clip())
                        .map(clip -> new Drawn.Text(
                                text.text(), text.font(), text.place(), mixed(text.color(), color), Optional.of(clip)));
            case Drawn.Stroked _, Drawn.Text _, Drawn.Filled _, Drawn.Picture _ -> Optional.empty();
        };
    }

    private static Optional<Area> clipped(Area area, Optional<Shape> clip) {
        return Optional.of(within(area, clip)).filter(both -> !both.isEmpty());
    }

    /** A line's box has no area where the line is straight. */
    private static Rectangle2D reach(Rectangle2D box, BasicStroke stroke) {
        double by = stroke.getLineWidth();
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private static Color mixed(Color beneath, Color over) {
        double share = over.getAlpha() / (double) SOLID;
        return new Color(
                channel(beneath.getRed(), over.getRed(), share),
                channel(beneath.getGreen(), over.getGreen(), share),
                channel(beneath.getBlue(), over.getBlue(), share));
    }

    private static int channel(int beneath, int over, double share) {
        return (int) Math.round((1 - share) * beneath + share * over);
    }
}
