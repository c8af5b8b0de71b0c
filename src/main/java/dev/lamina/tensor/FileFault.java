package dev.lamina.tensor;

import dev.lamina.message.Message;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the system says of a file that could not be read or written. */
public final class FileFault {
    private FileFault() {}

    /** A few words, without the name of the file itself. */
    public static Message reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> Message.of("tensor.permissionDenied");
            case NoSuchFileException _ -> Message.of("tensor.missingFile");
            case FileAlreadyExistsException e -> Message.of("tensor.fileInTheWay", e.getFile());
            case FileSystemException e when e.getReason() != null -> Message.verbatim(e.getReason());
            case FileProblem e -> e.problem();
            case CharacterCodingException _ -> Message.of("tensor.notUtf8");
            default ->
                cause.getMessage() == null
                        ? Message.of("tensor.unnamedFileFault")
                        : Message.verbatim(cause.getMessage());
        };
    }
}
