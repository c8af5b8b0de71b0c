package dev.lamina.cli;

import dev.lamina.figure.write.WrittenFigure;
import java.io.PrintWriter;

/** Says where a figure was written, and what it could not show. */
final class FigureListing {
    private FigureListing() {}

    static void print(WrittenFigure figure, PrintWriter out) {
        figure.files().forEach(out::println);
        figure.notes().forEach(note -> out.println("  note: " + note));
    }
}
