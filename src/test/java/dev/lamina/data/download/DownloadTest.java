package dev.lamina.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.lamina.data.Sha256;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.ExpectedFile;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.data.source.Shapes;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on this machine that answers well, too briefly, with other content, or not at all. */
class DownloadTest {
    private static final String ARCHIVE = "small.tar.gz";
    private static final byte[] PLAIN = "some labels".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private final List<DownloadProgress> progress = new ArrayList<>();
    private byte[] archive = {};
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        try (InputStream content = DownloadTest.class.getResourceAsStream(ARCHIVE)) {
            archive = Objects.requireNonNull(content).readAllBytes();
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/good/" + ARCHIVE, archive, archive.length);
        serve("/good/labels", PLAIN, PLAIN.length);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void anArchiveIsUnpackedIntoItsFolder() throws IOException {
        Path folder = get("/good", archiveCard(Sha256.of(archive)));
        assertEquals(root.resolve("batches"), folder);
        assertEquals("first file\n", Files.readString(folder.resolve("one.bin")));
        assertEquals(1_500, Files.size(folder.resolve("two.bin")));
        assertOnlyTheFolderIsLeft(2);
    }

    @Test
    void aSingleFileIsPutIntoItsFolder() throws IOException {
        Path folder = get("/good/", plainCard());
        assertEquals(-1, java.util.Arrays.mismatch(PLAIN, Files.readAllBytes(folder.resolve("labels"))));
        assertOnlyTheFolderIsLeft(1);
    }

    @Test
    void anOlderFileIsReplaced() throws IOException {
        Files.createDirectories(root.resolve("plain"));
        Files.writeString(root.resolve("plain/labels"), "old");
        assertEquals(PLAIN.length, Files.size(get("/good", plainCard()).resolve("labels")));
    }

    @Test
    void progressEndsAtTheFullSizeWithNoTimeLeft() throws IOException {
        get("/good", plainCard());
        assertEquals(new DownloadProgress("labels", PLAIN.length, PLAIN.length, 0), progress.getLast());
        for (int i = 1; i < progress.size(); i++) {
            assertTrue(progress.get(i).receivedBytes() >= progress.get(i - 1).receivedBytes());
        }
    }

    @Test
    void timeLeftFollowsFromTheAverageSpeed() {
        // A quarter took 3 seconds: the other three quarters take 9.
        assertEquals(9, DownloadProgress.of("x", 0, 25, 100, 3).secondsLeft(), 1e-12);
        // So it is where an earlier download had left the first half.
        assertEquals(3, DownloadProgress.of("x", 50, 75, 100, 3).secondsLeft(), 1e-12);
        assertEquals(
                Double.POSITIVE_INFINITY, DownloadProgress.of("x", 0, 0, 100, 3).secondsLeft());
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingIsLeft() throws IOException {
        String message = fails("/good", archiveCard("0".repeat(64)));
        assertTrue(message.contains("has the SHA-256 " + Sha256.of(archive) + ", expected 0000"), message);
        assertOnlyTheFolderIsLeft(0);
    }

    @Test
    void aFileOfAnotherLengthIsRefusedAndNothingIsLeft() throws IOException {
        serve("/brief/labels", java.util.Arrays.copyOf(PLAIN, 1_000), 1_000);
        String message = fails("/brief", plainCard());
        assertTrue(message.contains("has 1000 bytes, expected 220000"), message);
        assertOnlyTheFolderIsLeft(0);
    }

    @Test
    void aMissingFileOnTheServerIsTold() {
        String message = fails("/nowhere", plainCard());
        assertTrue(message.contains("/nowhere/labels: the server answered 404"), message);
    }

    @Test
    void withoutANetworkTheMessageSaysWhatToDoByHand() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        URI base = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + closedPort);
        String message = message(Download.mirror(base, progress::add, () -> false), archiveCard(Sha256.of(archive)));
        assertTrue(message.contains("the server cannot be reached (connection refused)"), message);
        assertTrue(
                message.contains("get https://example.org/data/small.tar.gz by hand and unpack its files into "
                        + root.resolve("batches")),
                message);
    }

    @Test
    void anUnknownHostIsTold() {
        URI base = URI.create("http://no-such-host.invalid");
        String message = message(Download.mirror(base, progress::add, () -> false), plainCard());
        assertTrue(message.contains("the server cannot be reached (its name is unknown)"), message);
    }

    @Test
    void anArchiveWithoutAnExpectedFileIsRefused() {
        DataCard card = card(
                "batches",
                List.of(new ExpectedFile("one.bin", 11), new ExpectedFile("three.bin", 1)),
                new RemoteFile(
                        URI.create("https://example.org/data/small.tar.gz"), archive.length, Sha256.of(archive)));
        assertTrue(fails("/good", card).contains("small.tar.gz: lacks three.bin"));
    }

    @Test
    void cancellingLeavesNothingBehind() throws IOException {
        Download download = Download.mirror(base("/good"), progress::add, () -> true);
        assertThrows(CancellationException.class, () -> download.get(plainCard(), root));
        assertOnlyTheFolderIsLeft(0);
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(root.resolve("plain"), "a file is in the way");
        String message = assertThrows(BadInputException.class, () -> get("/good", plainCard()))
                .getMessage();
        assertTrue(message.contains("cannot be created"), message);
        assertTrue(message.contains("--data-dir"), message);
    }

    @Test
    void aDrawnSetHasNothingToDownload() {
        Download download = Download.published(progress::add, () -> false);
        assertThrows(BadInputException.class, () -> download.get(Shapes.CARD, root));
    }

    private Path get(String path, DataCard card) throws DownloadException {
        return Download.mirror(base(path), progress::add, () -> false).get(card, root);
    }

    private String fails(String path, DataCard card) {
        return message(Download.mirror(base(path), progress::add, () -> false), card);
    }

    private String message(Download download, DataCard card) {
        String message = assertThrows(DownloadException.class, () -> download.get(card, root))
                .getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.contains("; "), "no remedy: " + message);
        return message;
    }

    private URI base(String path) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path);
    }

    private void serve(String path, byte[] content, long announcedLength) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, announcedLength);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().flush();
            exchange.close();
        });
    }

    private DataCard archiveCard(String sha256) {
        return card(
                "batches",
                List.of(new ExpectedFile("one.bin", 11), new ExpectedFile("two.bin", 1_500)),
                new RemoteFile(URI.create("https://example.org/data/" + ARCHIVE), archive.length, sha256));
    }

    private static DataCard plainCard() {
        return card(
                "plain",
                List.of(new ExpectedFile("labels", PLAIN.length)),
                new RemoteFile(URI.create("https://example.org/data/labels"), PLAIN.length, Sha256.of(PLAIN)));
    }

    private static DataCard card(String folder, List<ExpectedFile> files, RemoteFile download) {
        return new DataCard(
                "test",
                Message.verbatim("Test"),
                Message.verbatim("a test"),
                Message.verbatim("none"),
                Message.verbatim("none"),
                Optional.of(new DataCard.Published(folder, files, List.of(download))));
    }

    private void assertOnlyTheFolderIsLeft(int files) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> left = entries.toList();
            assertEquals(1, left.size(), left.toString());
            assertEquals(files, left.getFirst().toFile().list().length);
        }
    }
}
