package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.Sha256;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A published file that was found, with its bytes. */
record SourceFile(Path path, byte[] content) {
    static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** @throws BadInputException if it is longer than a file of the set can be, before it is read */
    static SourceFile read(Path path, DataCard card, long limitBytes) {
        try {
            long size = Files.size(path);
            if (size > limitBytes) {
                throw new SourceFile(path, new byte[0]).damaged(card, Message.of("data.tooLong", size));
            }
            return read(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static BadInputException unreadable(Path path, IOException e) {
        return new BadInputException(
                Message.of("data.unreadable", FileFault.reason(e)).at(path), e);
    }

    /** The error for damaged content, which only a new copy can mend. */
    BadInputException damaged(DataCard card, Message what) {
        return new BadInputException(
                Message.of("data.damagedFile", what, card.id()).at(path));
    }

    List<DataFile> provenance() {
        return List.of(new DataFile(path.toString(), content.length, Sha256.of(content)));
    }
}
