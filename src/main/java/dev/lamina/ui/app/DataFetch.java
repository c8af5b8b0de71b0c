package dev.lamina.ui.app;

import dev.lamina.data.download.Download;
import dev.lamina.data.download.DownloadException;
import dev.lamina.data.download.DownloadProgress;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.log.UncaughtErrors;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.FxExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Downloads a data set for the window, one at a time, on a thread of its own. FX thread. */
final class DataFetch {
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    /** Where data sets come from; tests have a server of their own. */
    interface Server {
        Download download(Consumer<DownloadProgress> listener, BooleanSupplier cancelled);
    }

    /** What became of the download of a data set. */
    sealed interface State {
        /** @param fraction of all its files, NaN before the first byte */
        record Loading(DataCard card, double fraction) implements State {}

        record Failed(DataCard card, Message message) implements State {}

        /** It is here, or nobody asked for it. */
        record Idle() implements State {}
    }

    private final Server server;
    private final FxExecutor fx;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private @Nullable Thread worker;

    DataFetch(Server server, FxExecutor fx) {
        this.server = server;
        this.fx = fx;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean active() {
        return state.get() instanceof State.Loading;
    }

    /** @param done called when the files are there */
    void start(DataCard card, Path root, Runnable done) {
        if (active()) {
            return;
        }
        cancelled.set(false);
        state.set(new State.Loading(card, Double.NaN));
        worker = Thread.ofVirtual().name("download").start(() -> {
            Optional<Message> failure = fetch(card, root);
            fx.execute(() -> {
                boolean stopped = cancelled.get();
                state.set(
                        failure.isEmpty() || stopped
                                ? new State.Idle()
                                : new State.Failed(card, failure.orElseThrow()));
                if (failure.isEmpty()) {
                    done.run();
                }
            });
        });
    }

    private Optional<Message> fetch(DataCard card, Path root) {
        try {
            server.download(progress -> tell(card, progress), cancelled::get).get(card, root);
            return Optional.empty();
        } catch (DownloadException e) {
            return Optional.of(e.problem());
        } catch (BadInputException e) {
            return Optional.of(e.problem());
        } catch (CancellationException e) {
            return Optional.of(Message.verbatim(e.toString()));
        } catch (RuntimeException | Error e) {
            UncaughtErrors.tell(e);
            return Optional.of(Message.verbatim(e.toString()));
        }
    }

    private void tell(DataCard card, DownloadProgress progress) {
        State.Loading loading = new State.Loading(card, fraction(card, progress));
        fx.execute(() -> {
            if (active()) {
                state.set(loading);
            }
        });
    }

    /** Of the bytes of all files; they come in the order of the card. */
    private static double fraction(DataCard card, DownloadProgress progress) {
        List<RemoteFile> files = card.published().orElseThrow().downloads();
        long all = 0;
        long received = progress.receivedBytes();
        boolean before = true;
        for (RemoteFile file : files) {
            before &= !file.name().equals(progress.file());
            received += before ? file.sizeBytes() : 0;
            all += file.sizeBytes();
        }
        return (double) received / Math.max(1, all);
    }

    /** Ends the download; what came so far is kept for the next one. */
    void stop() {
        cancelled.set(true);
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** Ends the download and waits a little until its files are in order. */
    void close() throws InterruptedException {
        if (worker != null && active()) {
            stop();
            worker.join(LONGEST_GOODBYE);
        }
    }
}
