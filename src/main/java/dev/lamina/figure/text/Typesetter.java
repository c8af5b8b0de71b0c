package dev.lamina.figure.text;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into runs of one font and measures it, independent of what it will be drawn on. */
public record Typesetter(FigureFonts fonts) {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** Measures at this multiple of the size, because fonts round their widths to sizes near it. */
    private static final float MEASURED_AT = 1000;

    /** A text without the signs of mathematics, for files and windows. */
    public static String plain(String text) {
        return MathText.plain(text);
    }

    public TextLine line(String text, double size) {
        return line(text, size, Weight.REGULAR);
    }

    /** Mathematics between two $ is set as such. */
    public TextLine line(String text, double size, Weight weight) {
        List<TextLine.Run> runs = new ArrayList<>();
        double offset = 0;
        for (MathText.Piece piece : MathText.pieces(text, weight)) {
            offset = add(runs, piece, size, offset);
        }
        return new TextLine(List.copyOf(runs), offset, size);
    }

    /** Adds the runs of a piece and returns where the next one begins. */
    private double add(List<TextLine.Run> runs, MathText.Piece piece, double size, double from) {
        double offset = from;
        int start = 0;
        int[] characters = piece.text().codePoints().toArray();
        while (start < characters.length) {
            SmallType type = SmallType.of(characters[start]);
            FontFace face = face(characters[start], piece.weight());
            int end = start + 1;
            while (end < characters.length
                    && SmallType.of(characters[end]) == type
                    && face(characters[end], piece.weight()).location().equals(face.location())) {
                end++;
            }
            String run = drawn(characters, start, end);
            double runSize = size * piece.scale() * type.scale();
            double rise = size * (piece.rise() + piece.scale() * type.rise());
            runs.add(new TextLine.Run(run, face.font().deriveFont((float) runSize), offset, rise));
            offset += width(run, face.font(), runSize);
            start = end;
        }
        return offset;
    }

    private FontFace face(int codePoint, Weight weight) {
        return fonts.faceFor(SmallType.baseOf(codePoint), weight);
    }

    private static String drawn(int[] characters, int start, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            text.appendCodePoint(SmallType.baseOf(characters[i]));
        }
        return text.toString();
    }

    private static double width(String text, Font font, double size) {
        return font.deriveFont(MEASURED_AT).getStringBounds(text, EXACT).getWidth() * size / MEASURED_AT;
    }
}
