package dev.lamina.data.download;

import dev.lamina.data.Sha256;
import dev.lamina.data.source.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Receives one file over HTTP and checks it. */
record Transfer(HttpClient client, Consumer<DownloadProgress> listener, BooleanSupplier cancelled) {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final long REPORT_NANOS = 100_000_000;

    /** @param byHand what a person can do instead, for messages */
    void receive(RemoteFile file, URI uri, Path target, String byHand) throws DownloadException {
        HttpResponse<InputStream> response = request(uri, byHand);
        MessageDigest digest = Sha256.digest();
        long received;
        try (InputStream body = response.body();
                OutputStream out = Files.newOutputStream(target)) {
            if (response.statusCode() != 200) {
                throw new DownloadException(
                        uri + ": the server answered " + response.statusCode() + "; try later, or " + byHand);
            }
            received = copy(file, body, out, digest);
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw new DownloadException(
                    uri + ": the transfer broke off (" + reason(e) + "); try again, or " + byHand, e);
        }
        check(file, uri, received, Sha256.hex(digest), byHand);
    }

    private HttpResponse<InputStream> request(URI uri, String byHand) throws DownloadException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(ANSWER_TIMEOUT).GET().build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for " + uri);
        } catch (IOException e) {
            throw new DownloadException(
                    uri + ": the server cannot be reached (" + reason(e) + "); check the network, or " + byHand, e);
        }
    }

    private long copy(RemoteFile file, InputStream from, OutputStream to, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long start = System.nanoTime();
        long reported = start - REPORT_NANOS;
        long received = 0;
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the download of " + file.name() + " was cancelled");
            }
            to.write(buffer, 0, count);
            digest.update(buffer, 0, count);
            received += count;
            if (System.nanoTime() - reported >= REPORT_NANOS) {
                reported = System.nanoTime();
                report(file, received, start);
            }
        }
        report(file, received, start);
        return received;
    }

    private void report(RemoteFile file, long received, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        listener.accept(DownloadProgress.of(file.name(), received, file.sizeBytes(), seconds));
    }

    private static void check(RemoteFile file, URI uri, long received, String sha256, String byHand)
            throws DownloadException {
        if (received < file.sizeBytes()) {
            throw new DownloadException(
                    uri + ": ended after " + received + " of " + file.sizeBytes() + " bytes; try again, or " + byHand);
        }
        if (!sha256.equals(file.sha256())) {
            throw new DownloadException(uri + ": has the SHA-256 " + sha256 + ", expected " + file.sha256()
                    + "; the file was changed or damaged on the way, try another network or " + byHand);
        }
    }

    /** What went wrong, in words: the HTTP client's own messages are often empty. */
    private static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "its name is unknown";
            }
        }
        return switch (failure) {
            case HttpTimeoutException e -> "no answer in time";
            case ConnectException e -> "connection refused";
            default -> String.valueOf(failure.getMessage()).replace('\n', ' ');
        };
    }
}
