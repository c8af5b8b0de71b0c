package dev.lamina.figure.write;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.Band;
import dev.lamina.figure.Note;
import dev.lamina.figure.Orientation;
import dev.lamina.figure.Panel;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.render.PanelFrame;

/** The notes of one panel for PGFPlots. */
final class TexNotes {
    private TexNotes() {}

    static String of(Panel panel, PanelFrame frame) {
        StringBuilder tex = new StringBuilder();
        panel.notes().forEach(note -> tex.append(of(note, frame)));
        return tex.toString();
    }

    private static String of(Note note, PanelFrame frame) {
        AxisRange x = frame.x().range();
        AxisRange y = frame.left().range();
        String label = TexText.of(note.label());
        return switch (note) {
            case Band band
            when band.orientation() == Orientation.VERTICAL ->
                "\\fill[gray, fill opacity=0.12] " + at(band.from(), y.low()) + " rectangle " + at(band.to(), y.high())
                        + ";\n\\node[anchor=north] at " + at((band.from() + band.to()) / 2, y.high()) + " {" + label
                        + "};\n";
            case Band band ->
                "\\fill[orange, fill opacity=0.12] " + at(x.low(), Math.max(y.low(), band.from())) + " rectangle "
                        + at(x.high(), Math.min(y.high(), band.to())) + ";\n";
            case ReferenceLine line
            when line.orientation() == Orientation.VERTICAL ->
                "\\draw[dashed] " + at(line.value(), y.low()) + " -- " + at(line.value(), y.high())
                        + " node[anchor=north east] {" + label + "};\n";
            case ReferenceLine line ->
                "\\draw[dashed] " + at(x.low(), line.value()) + " -- " + at(x.high(), line.value())
                        + " node[anchor=south east] {" + label + "};\n";
            case Note.Text text -> "\\node at " + at(text.x(), text.y()) + " {" + label + "};\n";
            case Note.Arrow arrow ->
                "\\draw[-latex] " + at(arrow.fromX(), arrow.fromY()) + " node[anchor=east] {" + label + "} -- "
                        + at(arrow.toX(), arrow.toY()) + ";\n";
            case Note.Bracket bracket ->
                "\\draw (" + "[yshift=-3bp]axis cs:" + bracket.from() + "," + bracket.y() + ") |- "
                        + at((bracket.from() + bracket.to()) / 2, bracket.y()) + " node[anchor=south] {" + label
                        + "} -| ([yshift=-3bp]axis cs:" + bracket.to() + "," + bracket.y() + ");\n";
            case Note.Inset _ -> "";
        };
    }

    private static String at(double x, double y) {
        return "(axis cs:" + x + "," + y + ")";
    }
}
