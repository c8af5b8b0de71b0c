package dev.lamina.figure.write;

import dev.lamina.figure.record.Drawn;
import dev.lamina.figure.record.Opaque;
import dev.lamina.figure.record.Recording;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Locale;

/**
 * The figure as Encapsulated PostScript: letters as areas, transparency resolved, the box to a thousandth of a point, no
 * date. Source: Adobe, EPSF 3.0; PostScript Language Reference, level 2.
 */
final class EpsFigure {
    private static final int DECIMALS = 4;

    private final StringBuilder text = new StringBuilder();
    private final IdentityHashMap<Shape, String> clips = new IdentityHashMap<>();

    private EpsFigure() {}

    static byte[] of(Drawing drawing) {
        Recording page = Opaque.of(drawing.renderer().recording());
        EpsFigure eps = new EpsFigure();
        eps.header(page, drawing.origin());
        page.drawn().forEach(eps::add);
        eps.text.append("grestore\nshowpage\n%%EOF\n");
        return eps.text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void header(Recording page, FigureOrigin origin) {
        line("%!PS-Adobe-3.0 EPSF-3.0");
        line(String.format(Locale.ROOT, "%%%%BoundingBox: 0 0 %d %d", (int) Math.ceil(page.width()), (int)
                Math.ceil(page.height())));
        line("%%HiResBoundingBox: 0 0 " + number(page.width()) + " " + number(page.height()));
        line("%%Creator: Lamina");
        line("%%LanguageLevel: 2");
        line("%%DocumentData: Clean7Bit");
        if (origin.isKnown()) {
            line("%%" + FigureOrigin.KEY + ": " + origin.configSha256());
        }
        line("%%EndComments");
        line("/m {moveto} bind def /l {lineto} bind def /c {curveto} bind def /h {closepath} bind def");
        line("/k {setrgbcolor} bind def /w {setlinewidth} bind def");
        line("gsave 0 " + number(page.height()) + " translate 1 -1 scale");
    }

    private void add(Drawn one) {
        line("gsave");
        one.clip().ifPresent(this::clip);
        switch (one) {
            case Drawn.Filled filled -> fill(filled.shape(), filled.color());
            case Drawn.Text words -> fill(words.outline(), words.color());
            case Drawn.Stroked stroked -> {
                color(stroked.color());
                stroke(stroked.stroke());
                path(stroked.shape());
                line("stroke");
            }
            case Drawn.Picture picture -> image(picture.image(), picture.place());
        }
        line("grestore");
    }

    /** Each clip is a procedure, written where it is first used. */
    private void clip(Shape clip) {
        String name = clips.get(clip);
        if (name == null) {
            name = "clip" + clips.size();
            clips.put(clip, name);
            line("/" + name + " {");
            path(clip);
            line((evenOdd(clip) ? "eoclip" : "clip") + " newpath} bind def");
        }
        line(name);
    }

    private void fill(Shape shape, Color color) {
        color(color);
        path(shape);
        line(evenOdd(shape) ? "eofill" : "fill");
    }

    private static boolean evenOdd(Shape shape) {
        return shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
    }

    private void color(Color color) {
        line(number(color.getRed() / 255.0) + " " + number(color.getGreen() / 255.0) + " "
                + number(color.getBlue() / 255.0) + " k");
    }

    private void stroke(BasicStroke stroke) {
        line(number(stroke.getLineWidth()) + " w " + stroke.getEndCap() + " setlinecap " + stroke.getLineJoin()
                + " setlinejoin " + number(stroke.getMiterLimit()) + " setmiterlimit");
        if (stroke.getDashArray() != null) {
            StringBuilder dashes = new StringBuilder("[");
            for (float length : stroke.getDashArray()) {
                dashes.append(number(length)).append(' ');
            }
            line(dashes + "] " + number(stroke.getDashPhase()) + " setdash");
        }
    }

    /** A quadratic piece is the cubic one with both inner points two thirds of the way to its own. */
    private void path(Shape shape) {
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(p);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> points("m", p[0], p[1]);
                case PathIterator.SEG_LINETO -> points("l", p[0], p[1]);
                case PathIterator.SEG_QUADTO ->
                    points(
                            "c",
                            x + 2 * (p[0] - x) / 3,
                            y + 2 * (p[1] - y) / 3,
                            p[2] + 2 * (p[0] - p[2]) / 3,
                            p[3] + 2 * (p[1] - p[3]) / 3,
                            p[2],
                            p[3]);
                case PathIterator.SEG_CUBICTO -> points("c", p);
                default -> line("h");
            }
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            x = kind == PathIterator.SEG_CLOSE ? x : p[last];
            y = kind == PathIterator.SEG_CLOSE ? y : p[last + 1];
        }
    }

    private void points(String operator, double... coordinates) {
        for (double coordinate : coordinates) {
            text.append(number(coordinate)).append(' ');
        }
        text.append(operator).append('\n');
    }

    private void image(BufferedImage image, AffineTransform place) {
        int width = image.getWidth();
        int height = image.getHeight();
        line("[" + number(place.getScaleX()) + " " + number(place.getShearY()) + " " + number(place.getShearX()) + " "
                + number(place.getScaleY()) + " " + number(place.getTranslateX()) + " "
                + number(place.getTranslateY()) + "] concat " + width + " " + height + " scale");
        line("/row " + 3 * width + " string def");
        line(width + " " + height + " 8 [" + width + " 0 0 " + height + " 0 0] {currentfile row readhexstring pop}"
                + " false 3 colorimage");
        for (int y = 0; y < height; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < width; x++) {
                row.append(String.format(Locale.ROOT, "%06x", image.getRGB(x, y) & 0xFFFFFF));
            }
            line(row.toString());
        }
    }

    private void line(String content) {
        text.append(content).append('\n');
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
