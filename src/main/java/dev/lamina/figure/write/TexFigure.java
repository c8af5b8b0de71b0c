package dev.lamina.figure.write;

import dev.lamina.figure.Mark;
import dev.lamina.figure.Note;
import dev.lamina.figure.Panel;
import dev.lamina.figure.render.LimitedAxis;
import dev.lamina.figure.render.PanelFrame;
import dev.lamina.message.Message;
import dev.lamina.metric.Side;
import dev.lamina.tensor.BadInputException;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figure for TeX: frames of the same sizes at the same places, axes and curves as PGFPlots 1.18 draws them, the numbers
 * in it. It needs the packages pgfplots and, for its names, nothing else.
 */
final class TexFigure {
    private final Drawing drawing;
    private final StringBuilder tex = new StringBuilder();

    private TexFigure(Drawing drawing) {
        this.drawing = drawing;
    }

    /** @throws BadInputException for pictures, fields, insets and broken axes, which it cannot hold */
    static byte[] of(Drawing drawing) {
        TexFigure figure = new TexFigure(drawing);
        figure.write();
        return figure.tex.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write() {
        line("% \\usepackage{pgfplots} \\pgfplotsset{compat=1.18}");
        if (drawing.origin().isKnown()) {
            line("% " + FigureOrigin.KEY + " " + drawing.origin().configSha256());
        }
        line("\\begin{tikzpicture}");
        List<PanelFrame> frames = drawing.renderer().frames();
        for (int i = 0; i < frames.size(); i++) {
            Panel panel = drawing.spec().panels().get(i);
            requirePossible(panel);
            axis(panel, frames.get(i), Side.LEFT);
            if (panel.right().isPresent()) {
                axis(panel, frames.get(i), Side.RIGHT);
            }
        }
        line("\\end{tikzpicture}");
    }

    private static void requirePossible(Panel panel) {
        boolean pixels = panel.beneath().stream().anyMatch(m -> m instanceof Mark.Pictures || m instanceof Mark.Field);
        boolean frames = panel.notes().stream().anyMatch(Note.Inset.class::isInstance)
                || panel.left().broken().isPresent()
                || panel.x().broken().isPresent();
        if (pixels || frames) {
            throw new BadInputException(Message.of("figure.noTex").at("pgfplots"));
        }
    }

    private void axis(Panel panel, PanelFrame frame, Side side) {
        Rectangle2D area = frame.area();
        LimitedAxis y = frame.axis(side);
        boolean right = side == Side.RIGHT;
        line("\\begin{axis}[");
        line(String.format(
                Locale.ROOT,
                "  at={(%.3fbp,%.3fbp)}, anchor=south west, scale only axis, width=%.3fbp, height=%.3fbp,",
                area.getX(),
                drawing.heightPoints() - area.getMaxY(),
                area.getWidth(),
                area.getHeight()));
        line("  " + limits("x", frame.x()) + limits("y", y) + "unbounded coords=jump, clip=true,");
        line("  xlabel={" + (right ? "" : TexText.of(panel.x().label())) + "}, ylabel={"
                + TexText.of(y.spec().label()) + "}, title={" + (right ? "" : TexText.of(panel.title())) + "},");
        line("  title style={at={(0,1)}, anchor=south west, yshift=14bp},");
        line(
                "  legend style={at={(0,1.02)}, anchor=south west, draw=none, fill=none, legend columns=-1, font=\\footnotesize},");
        line(right ? "  axis y line*=right, axis x line=none]" : "  " + grid() + "]");
        TexMarks marks = new TexMarks(drawing, panel, y.range().low());
        tex.append(marks.of(side));
        if (!right) {
            tex.append(TexNotes.of(panel, frame));
        }
        line("\\end{axis}");
    }

    private String grid() {
        return switch (drawing.style().arrangement().grid()) {
            case SHOWN -> "grid=major, major grid style={gray!25}";
            case NONE -> "grid=none";
        };
    }

    private static String limits(String name, LimitedAxis axis) {
        String limits = String.format(
                Locale.ROOT,
                "%smin=%s, %smax=%s, ",
                name,
                axis.range().low(),
                name,
                axis.range().high());
        return switch (axis.scale()) {
            case LOGARITHMIC -> name + "mode=log, " + limits;
            case CATEGORIES -> limits + categories(name, axis.spec().categories());
            case LINEAR, INTEGER, DECADES -> limits;
        };
    }

    private static String categories(String name, List<String> names) {
        String places =
                IntStream.range(0, names.size()).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String labels = names.stream().map(n -> "{" + TexText.of(n) + "}").collect(Collectors.joining(","));
        return name + "tick={" + places + "}, " + name + "ticklabels={" + labels + "}, ";
    }

    private void line(String content) {
        tex.append(content).append('\n');
    }
}
