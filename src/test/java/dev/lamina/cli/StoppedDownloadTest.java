package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.lamina.Lamina;
import dev.lamina.testing.JavaRemark;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that downloads from a server which falls silent. */
class StoppedDownloadTest {
    private static final int SENT = 5_000;
    private static final int WHOLE = 9_912_422;

    @TempDir
    Path root;

    /** Of the three signals that mean "stop", TERM is the one that no parent process has switched off. */
    @Test
    @Timeout(30)
    void aSignalEndsItWithinTwoSecondsAndItsPartIsKept() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, WHOLE);
            exchange.getResponseBody().write(new byte[SENT]);
            exchange.getResponseBody().flush();
            silent.countDown();
        });
        server.start();
        Process process = start("http://127.0.0.1:" + server.getAddress().getPort());
        try {
            assertTrue(silent.await(20, TimeUnit.SECONDS));
            Path part = root.resolve(".download-mnist/train-images-idx3-ubyte.gz.part");
            while (!Files.exists(part) || Files.size(part) < SENT) {
                Thread.sleep(10);
            }
            process.toHandle().destroy();
            assertTrue(process.waitFor(2, TimeUnit.SECONDS), "still there after two seconds");
            assertEquals(130, process.exitValue());
            assertEquals(
                    List.of("lamina: stopped; the same command goes on from here"),
                    process.errorReader()
                            .lines()
                            .filter(line -> !JavaRemark.isOne(line))
                            .toList());
            assertEquals(SENT, Files.size(part));
        } finally {
            process.destroyForcibly();
            server.stop(0);
        }
    }

    private Process start(String mirror) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lamina.class.getName(),
                        "data",
                        "get",
                        "mnist",
                        "--from",
                        mirror,
                        "--data-dir",
                        root.toString())
                .start();
    }
}
