package dev.lamina.data.download;

/**
 * How far the download of one file is.
 * @param receivedBytes with those that an earlier download has left
 * @param totalBytes what the file should have in the end
 * @param secondsLeft at the average speed so far
 */
public record DownloadProgress(String file, long receivedBytes, long totalBytes, double secondsLeft) {
    /** @param fromBytes where this transfer began */
    static DownloadProgress of(
            String file, long fromBytes, long receivedBytes, long totalBytes, double elapsedSeconds) {
        long remainingBytes = Math.max(0, totalBytes - receivedBytes);
        long newBytes = receivedBytes - fromBytes;
        double secondsLeft = newBytes == 0 ? Double.POSITIVE_INFINITY : elapsedSeconds * remainingBytes / newBytes;
        return new DownloadProgress(file, receivedBytes, totalBytes, remainingBytes == 0 ? 0 : secondsLeft);
    }
}
