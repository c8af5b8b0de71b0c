package dev.lamina.data.download;

import dev.lamina.data.source.RemoteFile;
import dev.lamina.message.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a file, or for the rest of one (RFC 9110, section 14): a server that still has the same version answers 206 with
 * the rest, any other 200 with the whole.
 */
record Request(URI uri, RemoteFile file, PartialFile part, Message byHand) {
    private static final int WHOLE = 200;
    private static final int REST = 206;
    private static final int NO_SUCH_RANGE = 416;
    private static final long POLL_MILLISECONDS = 50;

    /** @throws DownloadException unless the server begins to send what the file still lacks */
    Answer send(HttpClient client, Patience patience, Stop stop) throws IOException {
        long kept = part.length();
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                await(client.sendAsync(request(kept), HttpResponse.BodyHandlers.ofPublisher()), patience, stop);
        if (response.statusCode() == NO_SUCH_RANGE && kept > 0) {
            part.discard();
            return send(client, patience, stop);
        }
        if (response.statusCode() != WHOLE && response.statusCode() != REST) {
            throw new DownloadException(Message.of("data.serverAnswered", response.statusCode(), byHand)
                    .at(uri));
        }
        long from = response.statusCode() == REST ? kept : 0;
        checkRange(response, from);
        checkLength(response.headers(), from);
        return new Answer(from, validator(response.headers()), response.body());
    }

    private HttpRequest request(long kept) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
        if (kept > 0) {
            request.header("Range", "bytes=" + kept + "-");
            part.validator().filter(v -> !v.isEmpty()).ifPresent(v -> request.header("If-Range", v));
        }
        return request.build();
    }

    private <T> T await(CompletableFuture<T> answer, Patience patience, Stop stop) throws DownloadException {
        long end = System.nanoTime() + patience.silence().toNanos();
        try {
            while (System.nanoTime() < end) {
                stop.check();
                try {
                    return answer.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    // Not yet.
                }
            }
            throw unreachable(Message.of("data.noAnswerFor", duration(patience.silence())), null);
        } catch (ExecutionException e) {
            throw unreachable(reason(e.getCause()), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            answer.cancel(true);
        }
    }

    private DownloadException unreachable(Message reason, @Nullable Throwable cause) {
        return new DownloadException(
                Message.of("data.unreachable", reason, byHand).at(uri), cause);
    }

    private void checkRange(HttpResponse<?> response, long from) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (response.statusCode() == REST && !range.startsWith("bytes " + from + "-")) {
            part.discard();
            throw new DownloadException(
                    Message.of("data.otherRange", range, byHand).at(uri));
        }
    }

    private void checkLength(HttpHeaders headers, long from) throws IOException {
        long announced = headers.firstValueAsLong("Content-Length").orElse(file.sizeBytes() - from);
        if (announced != file.sizeBytes() - from) {
            part.discard();
            throw new DownloadException(Message.of("data.otherLength", from + announced, file.sizeBytes(), byHand)
                    .at(uri));
        }
    }

    /** What the server calls this version of the file; a weak ETag ("W/…") does not promise the same bytes. */
    private static Optional<String> validator(HttpHeaders headers) {
        return headers.firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"))
                .filter(tag -> tag.lines().count() == 1);
    }

    static Message duration(Duration duration) {
        return duration.toMillis() < 1000
                ? Message.of("data.milliseconds", duration.toMillis())
                : Message.of("data.seconds", duration.toSeconds());
    }

    /** What went wrong, in words: the HTTP client's own messages are often empty. */
    static Message reason(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return Message.of("data.unknownName");
            }
        }
        return switch (failure) {
            case HttpTimeoutException _ -> Message.of("data.noAnswer");
            case ConnectException _ -> Message.of("data.connectionRefused");
            case null -> Message.of("data.unknownReason");
            default -> Message.verbatim(String.valueOf(failure.getMessage()).replace('\n', ' '));
        };
    }
}
