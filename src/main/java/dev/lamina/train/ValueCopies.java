package dev.lamina.train;

import dev.lamina.tensor.HostTensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest copy of a network's values, made by the training thread between two steps, for others to read meanwhile. A
 * copy keeps its values as long as someone reads it; one that is out of date and not read lends its arrays to the next, so
 * that there are two sets of them, and a third only while reading takes longer than a step.
 */
final class ValueCopies {
    private final SessionValues values;
    private @Nullable Copy newest;
    private Map<String, HostTensor> spare = Map.of();

    ValueCopies(SessionValues values) {
        this.values = values;
    }

    /** Values that stay as they are until it is closed. */
    final class Copy implements AutoCloseable {
        private final Progress progress;
        private final Map<String, HostTensor> ofNetwork;
        private int readers;

        private Copy(Progress progress, Map<String, HostTensor> ofNetwork) {
            this.progress = progress;
            this.ofNetwork = ofNetwork;
        }

        Progress progress() {
            return progress;
        }

        Map<String, HostTensor> values() {
            return ofNetwork;
        }

        @Override
        public void close() {
            synchronized (ValueCopies.this) {
                readers--;
                giveUp(this);
            }
        }
    }

    /** Makes a new one; on the training thread, which waits for nobody. */
    void renew(Progress progress) {
        Copy made = new Copy(progress, values.ofNetwork(takeSpare()));
        synchronized (this) {
            Copy old = newest;
            newest = made;
            if (old != null) {
                giveUp(old);
            }
        }
    }

    private synchronized Map<String, HostTensor> takeSpare() {
        Map<String, HostTensor> taken = spare;
        spare = Map.of();
        return taken;
    }

    private synchronized void giveUp(Copy copy) {
        if (copy.readers == 0 && copy != newest) {
            spare = copy.ofNetwork;
        }
    }

    /** Whether the newest has the values of this point. */
    synchronized boolean areOf(Progress progress) {
        return newest != null && newest.progress.step() == progress.step();
    }

    /** The newest, to read and to close; one must have been made. */
    synchronized Copy open() {
        Copy opened = newest;
        if (opened == null) {
            throw new IllegalStateException("no copy has been made");
        }
        opened.readers++;
        return opened;
    }

    /** Keeps nothing but what is being read. */
    synchronized void forget() {
        newest = null;
        spare = Map.of();
    }
}
