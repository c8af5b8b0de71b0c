package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.Sha256;
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
                throw new SourceFile(path, new byte[0])
                        .damaged(card, "has " + size + " bytes, far more than it should");
            }
            return read(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static BadInputException unreadable(Path path, IOException e) {
        return new BadInputException(
                path + ": cannot be read (" + FileFault.reason(e) + "); check the file and its permissions", e);
    }

    /** The error for damaged content, which only a new copy can mend. */
    BadInputException damaged(DataCard card, String what) {
        return new BadInputException(
                path + ": " + what + "; get the file again, with 'lamina data get " + card.id() + "' or by hand");
    }

    List<DataFile> provenance() {
        return List.of(new DataFile(path.toString(), content.length, Sha256.of(content)));
    }
}
