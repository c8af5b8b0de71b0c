package dev.lamina.data.source;

import java.net.URI;

/**
 * A file to download. An archive (.tar.gz) is unpacked, anything else is kept as it is.
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record RemoteFile(URI uri, long sizeBytes, String sha256) {
    static RemoteFile of(String uri, long sizeBytes, String sha256) {
        return new RemoteFile(URI.create(uri), sizeBytes, sha256);
    }

    /** The last part of the address. */
    public String name() {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean isArchive() {
        return name().endsWith(".tar.gz");
    }
}
