package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.DataLocation;
import dev.lamina.data.Sha256;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A published file that was found, with its bytes. */
record SourceFile(Path path, byte[] content) {
    /**
     * Finds and reads a file of a published set.
     * @throws BadInputException naming the folders that were searched, if it is in none of them
     */
    static SourceFile read(DataCard card, DataLocation where, String... names) {
        return read(where.find(folder(card), names).orElseThrow(() -> missing(card, where, names[0], "")));
    }

    static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new BadInputException(
                    path + ": cannot be read (" + FileFault.reason(e) + "); check the file and its permissions", e);
        }
    }

    static String folder(DataCard card) {
        return card.published().orElseThrow().folder();
    }

    /** @param otherRemedy a further way out, such as ", or …" */
    static BadInputException missing(DataCard card, DataLocation where, String name, String otherRemedy) {
        String searched =
                where.candidates(folder(card)).stream().map(Path::toString).collect(Collectors.joining(", "));
        return new BadInputException(card.id() + ": " + name + " not found in " + searched + "; run 'lamina data get "
                + card.id() + "' or give the folder above with --data-dir" + otherRemedy);
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
