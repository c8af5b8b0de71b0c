package dev.lamina.data.download;

import dev.lamina.data.source.RemoteFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives one file over HTTP into its partial file, from where an earlier transfer ended, and checks it. A transfer that
 * breaks off goes on by itself as long as every attempt brings something.
 * @param byHand what a person can do instead, for messages
 */
record Transfer(
        RemoteFile file,
        URI uri,
        PartialFile part,
        Message byHand,
        Patience patience,
        Consumer<DownloadProgress> listener,
        Stop stop) {
    private static final int ATTEMPTS = 5;
    private static final long POLL_MILLISECONDS = 50;
    private static final long REPORT_NANOS = 100_000_000;

    /** A connection that ended too early; what came is kept. */
    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Message reason;

        BrokenOff(Message reason, @Nullable Throwable cause) {
            super(reason.toString(), cause);
            this.reason = reason;
        }
    }

    /**
     * @throws DownloadException if the file cannot be had or is another one; only bytes that may still be right are kept
     * @throws CancellationException if stopped
     */
    void receive(HttpClient client) throws DownloadException {
        try {
            part.keepOnlyIf(file);
            boolean goesOn = part.length() > 0;
            fill(client);
            String sha256 = part.sha256(stop);
            if (goesOn && !sha256.equals(file.sha256())) {
                // The bytes that were kept did not belong to this file.
                part.discard();
                fill(client);
                sha256 = part.sha256(stop);
            }
            if (!sha256.equals(file.sha256())) {
                part.discard();
                throw new DownloadException(Message.of("data.otherSha256", sha256, file.sha256(), byHand)
                        .at(uri));
            }
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw new DownloadException(
                    Message.of("data.unwritable", FileFault.reason(e)).at(part.path()), e);
        }
    }

    private void fill(HttpClient client) throws IOException {
        long before = -1;
        for (int attempt = 1; part.length() < file.sizeBytes(); attempt++) {
            try {
                attempt(client);
            } catch (BrokenOff e) {
                if (attempt == ATTEMPTS || part.length() <= before) {
                    throw new DownloadException(
                            Message.of("data.brokeOff", e.reason, part.length(), file.sizeBytes(), byHand)
                                    .at(uri),
                            e);
                }
                before = part.length();
            }
        }
    }

    private void attempt(HttpClient client) throws IOException {
        Answer answer = new Request(uri, file, part, byHand).send(client, patience, stop);
        if (answer.from() == 0) {
            part.begin(file, answer.validator());
        }
        Incoming incoming = new Incoming();
        answer.body().subscribe(incoming);
        try (FileChannel out = FileChannel.open(part.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            copy(incoming, out, answer.from());
        } finally {
            incoming.cancel();
        }
    }

    private void copy(Incoming incoming, FileChannel out, long from) throws IOException {
        long start = System.nanoTime();
        long heard = start;
        long reported = start - REPORT_NANOS;
        Incoming.Took took = Incoming.Took.NOTHING_YET;
        while (took != Incoming.Took.END) {
            stop.check();
            took = take(incoming, out);
            long now = System.nanoTime();
            if (took != Incoming.Took.NOTHING_YET) {
                heard = now;
            } else if (now - heard > patience.silence().toNanos()) {
                throw new BrokenOff(Message.of("data.nothingCame", Request.duration(patience.silence())), null);
            }
            if (now - reported >= REPORT_NANOS || took == Incoming.Took.END) {
                reported = now;
                report(from, out.size(), start);
            }
        }
        if (out.size() < file.sizeBytes()) {
            throw new BrokenOff(Message.of("data.endedAfter", out.size()), null);
        }
    }

    private Incoming.Took take(Incoming incoming, FileChannel out) throws IOException {
        try {
            return incoming.take(POLL_MILLISECONDS, bytes -> write(bytes, out));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (Unwritten e) {
            throw e.reason;
        } catch (IOException e) {
            throw new BrokenOff(Request.reason(e), e);
        }
    }

    /** Tells a full disk from a broken connection. */
    private static final class Unwritten extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        Unwritten(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private void write(ByteBuffer bytes, FileChannel out) throws IOException {
        try {
            if (out.size() + bytes.remaining() > file.sizeBytes()) {
                part.discard();
                throw new DownloadException(
                        Message.of("data.sendsMore", file.sizeBytes(), byHand).at(uri));
            }
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new Unwritten(e);
        }
    }

    private void report(long from, long received, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        listener.accept(DownloadProgress.of(file.name(), from, received, file.sizeBytes(), seconds));
    }
}
