package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.lamina.data.Sha256;
import dev.lamina.data.download.Download;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.ExpectedFile;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.message.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on this machine. */
class DataFetchTest {
    private static final byte[] CONTENT = new byte[300_000];

    @TempDir
    private Path root;

    private final CountDownLatch sendRest = new CountDownLatch(1);
    private final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private DataFetch fetch;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().endsWith("first");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? CONTENT.length : -1);
            try (OutputStream out = exchange.getResponseBody()) {
                if (known) {
                    out.write(CONTENT, 0, CONTENT.length / 2);
                    out.flush();
                    sendRest.await(20, TimeUnit.SECONDS);
                    out.write(CONTENT, CONTENT.length / 2, CONTENT.length / 2);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(work -> Thread.ofVirtual().start(work));
        server.start();
        URI base = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        fetch = new DataFetch((listener, cancelled) -> Download.mirror(base, listener, cancelled), Runnable::run);
        fetch.stateProperty().addListener((_, _, state) -> {
            if (state instanceof DataFetch.State.Loading loading) {
                fractions.add(loading.fraction());
            }
        });
    }

    @AfterEach
    void endServer() {
        sendRest.countDown();
        server.stop(0);
    }

    @Test
    void aDataSetComesWithProgressOverAllItsFiles() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        sendRest.countDown();
        fetch.start(card("first"), root, done::countDown);
        assertTrue(done.await(20, TimeUnit.SECONDS));
        assertInstanceOf(DataFetch.State.Idle.class, fetch.stateProperty().get());
        assertEquals(CONTENT.length, Files.size(root.resolve("test/first")));
        assertEquals(1.0, fractions.getLast());
    }

    @Test
    void aDownloadThatIsStoppedLeavesNoDataSetAndTheNextOneNothingElse() throws Exception {
        boolean[] done = new boolean[1];
        fetch.start(card("first"), root, () -> done[0] = true);
        await(() -> fractions.stream().anyMatch(part -> part > 0));
        fetch.close();
        await(() -> !fetch.active());
        assertFalse(done[0]);
        assertInstanceOf(DataFetch.State.Idle.class, fetch.stateProperty().get());
        assertFalse(Files.exists(root.resolve("test/first")), "what is there of it is no data set");
        CountDownLatch fetched = new CountDownLatch(1);
        sendRest.countDown();
        fetch.start(card("first"), root, fetched::countDown);
        assertTrue(fetched.await(20, TimeUnit.SECONDS));
        try (Stream<Path> left = Files.walk(root)) {
            assertEquals(
                    List.of(root.resolve("test/first")),
                    left.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void whatWentWrongIsKeptForTheBanner() throws Exception {
        fetch.start(card("unknown"), root, () -> {});
        await(() -> !fetch.active());
        DataFetch.State.Failed failed =
                (DataFetch.State.Failed) fetch.stateProperty().get();
        assertTrue(failed.message().toString().contains("404"), failed.message().toString());
    }

    @Test
    void whatNobodyExpectsEndsTheDownloadTooAndIsReported() throws Exception {
        List<Throwable> reported = Collections.synchronizedList(new ArrayList<>());
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, error) -> reported.add(error));
        try {
            IllegalStateException odd = new IllegalStateException("odd");
            DataFetch failing = new DataFetch(
                    (_, _) -> {
                        throw odd;
                    },
                    Runnable::run);
            failing.start(card("first"), root, () -> {});
            await(() -> !failing.active());
            assertInstanceOf(
                    DataFetch.State.Failed.class, failing.stateProperty().get());
            assertEquals(List.of(odd), reported);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not so in time");
            Thread.sleep(5);
        }
    }

    private static DataCard card(String file) {
        RemoteFile remote =
                new RemoteFile(URI.create("https://example.org/" + file), CONTENT.length, Sha256.of(CONTENT));
        return new DataCard(
                "test",
                Message.verbatim("Test"),
                Message.verbatim("a test"),
                Message.verbatim("none"),
                Message.verbatim("none"),
                Optional.of(new DataCard.Published(
                        "test", List.of(new ExpectedFile(file, CONTENT.length)), List.of(remote))));
    }
}
