package dev.lamina.data;

/**
 * A file that was read.
 * @param sha256 of the bytes as they lie on disk (packed, if the file is), 64 lower-case hexadecimal digits
 */
public record DataFile(String path, long sizeBytes, String sha256) {}
