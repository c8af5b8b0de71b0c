package dev.lamina.data.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer, piece by piece, for a thread that must not wait for ever: the next piece is asked of the network
 * when the last one has been taken.
 */
final class Incoming implements Flow.Subscriber<List<ByteBuffer>> {
    /** Some bytes, or none any more, in good order or because of a failure. */
    private sealed interface Piece {}

    private record Bytes(List<ByteBuffer> buffers) implements Piece {}

    private record End(Optional<Throwable> failure) implements Piece {}

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    /** What a piece holds, or that there is none yet, or none any more. */
    enum Took {
        BYTES,
        NOTHING_YET,
        END
    }

    /** Waits at most so long, and hands the bytes that came to the sink. */
    Took take(long milliseconds, Sink sink) throws IOException, InterruptedException {
        Piece piece = pieces.poll(milliseconds, TimeUnit.MILLISECONDS);
        return switch (piece) {
            case null -> Took.NOTHING_YET;
            case Bytes(var buffers) -> {
                for (ByteBuffer buffer : buffers) {
                    sink.accept(buffer);
                }
                subscription.join().request(1);
                yield Took.BYTES;
            }
            case End(var failure) -> {
                if (failure.isPresent()) {
                    throw failure.get() instanceof IOException e ? e : new IOException(failure.get());
                }
                yield Took.END;
            }
        };
    }

    /** Where bytes go. */
    interface Sink {
        void accept(ByteBuffer bytes) throws IOException;
    }

    /** Tells the network that nobody wants the rest. */
    void cancel() {
        if (subscription.isDone()) {
            subscription.join().cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new End(Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        pieces.add(new End(Optional.empty()));
    }
}
