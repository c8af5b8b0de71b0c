package dev.lamina.data.download;

import dev.lamina.data.Sha256;
import dev.lamina.data.source.RemoteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a file so far, so that a later transfer can go on with it: NAME.part, and beside it NAME.part.version
 * with the SHA-256 the whole file shall have and, where the server gave one, what it called this version of the file (a
 * strong ETag or a Last-Modified date; RFC 9110, section 13.1.5).
 */
record PartialFile(Path path) {
    private static final String ENDING = ".part";
    private static final String VERSION_ENDING = ".version";

    static PartialFile in(Path folder, RemoteFile file) {
        return new PartialFile(folder.resolve(file.name() + ENDING));
    }

    /** Throws away what belongs to another version of the file or can be of none. */
    void keepOnlyIf(RemoteFile file) throws IOException {
        if (!file.sha256().equals(version(0).orElse("")) || length() > file.sizeBytes()) {
            discard();
        }
    }

    /** 0 if nothing has come. */
    long length() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /** What the server called the version that the bytes are of. */
    Optional<String> validator() throws IOException {
        return version(1);
    }

    private Optional<String> version(int line) throws IOException {
        if (!Files.exists(versionPath())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(versionPath());
        return lines.size() > line ? Optional.of(lines.get(line)) : Optional.empty();
    }

    /** Begins anew. */
    void begin(RemoteFile file, Optional<String> validator) throws IOException {
        discard();
        Files.writeString(versionPath(), file.sha256() + "\n" + validator.orElse(""));
        Files.createFile(path);
    }

    void discard() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(versionPath());
    }

    boolean owns(Path other) {
        return other.equals(path) || other.equals(versionPath());
    }

    /** Of the bytes that are there. */
    String sha256(Stop stop) throws IOException {
        var digest = Sha256.digest();
        try (var in = stop.watched(Files.newInputStream(path))) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Sha256.hex(digest);
    }

    private Path versionPath() {
        return path.resolveSibling(path.getFileName() + VERSION_ENDING);
    }
}
