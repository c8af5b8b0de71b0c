package dev.lamina.data.download;

/**
 * How far the download of one file is.
 * @param totalBytes what the file should have in the end
 * @param secondsLeft at the average speed so far
 */
public record DownloadProgress(String file, long receivedBytes, long totalBytes, double secondsLeft) {
    static DownloadProgress of(String file, long receivedBytes, long totalBytes, double elapsedSeconds) {
        long remainingBytes = Math.max(0, totalBytes - receivedBytes);
        double secondsLeft =
                receivedBytes == 0 ? Double.POSITIVE_INFINITY : elapsedSeconds * remainingBytes / receivedBytes;
        return new DownloadProgress(file, receivedBytes, totalBytes, remainingBytes == 0 ? 0 : secondsLeft);
    }
}
