package dev.lamina.experiment;

import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.message.Message;
import java.util.List;
import java.util.function.Supplier;

/** What a person should know of the figures that were drawn. */
public final class DrawingNotes {
    private DrawingNotes() {}

    /** A run is what it is even where its figures cannot be drawn, for whatever reason; the reason becomes a note. */
    public static List<Message> of(Supplier<List<WrittenFigure>> drawing) {
        try {
            return drawing.get().stream()
                    .map(WrittenFigure::notes)
                    .flatMap(List::stream)
                    .toList();
        } catch (RuntimeException e) {
            return List.of(Failures.line(e));
        }
    }
}
