package dev.lamina.data.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Whether somebody has asked the download to stop; an interrupt of the thread asks as well. */
record Stop(BooleanSupplier asked) {
    /** @throws CancellationException if so */
    void check() {
        if (asked.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    /** The stream, which checks at every piece that is read. */
    InputStream watched(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                check();
                return super.read(target, offset, length);
            }

            @Override
            public long skip(long count) throws IOException {
                check();
                return super.skip(count);
            }
        };
    }
}
