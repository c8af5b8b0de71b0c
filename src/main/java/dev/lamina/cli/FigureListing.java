package dev.lamina.cli;

import dev.lamina.figure.write.WrittenFigure;

/** Says where a figure was written, and what it could not show. */
final class FigureListing {
    private FigureListing() {}

    static void print(WrittenFigure figure, Voice voice) {
        figure.files().forEach(voice::print);
        figure.notes().forEach(note -> voice.print("  " + voice.text("message.note", note)));
    }
}
