package dev.lamina.data.download;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A download did not work out. The message is one line: what failed, why, and what to do by hand. */
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    DownloadException(String message) {
        super(message);
    }

    DownloadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
