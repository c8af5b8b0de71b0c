package dev.lamina.data.download;

import java.time.Duration;

/**
 * How long a download waits before it gives a server up.
 * @param connect until the connection stands
 * @param silence without an answer, or without a further byte of it
 */
record Patience(Duration connect, Duration silence) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(30));
}
