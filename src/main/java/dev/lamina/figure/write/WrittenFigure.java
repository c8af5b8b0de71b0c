package dev.lamina.figure.write;

import dev.lamina.message.Message;
import java.nio.file.Path;
import java.util.List;

/** The files of one figure, and what could not be shown in it (also printed below its panels); usually nothing. */
public record WrittenFigure(List<Path> files, List<Message> notes) {
    public WrittenFigure {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }
}
