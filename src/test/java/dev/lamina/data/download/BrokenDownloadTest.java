package dev.lamina.data.download;

import static dev.lamina.data.download.OddServer.beSilent;
import static dev.lamina.data.download.OddServer.head;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.Sha256;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.ExpectedFile;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads that stop, break off, fall silent or are of another file. */
@Timeout(20)
class BrokenDownloadTest {
    private static final byte[] CONTENT = new byte[300_000];
    private static final int HALF = CONTENT.length / 2;
    private static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofMillis(300));

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    Path root;

    @Test
    void aStoppedDownloadKeepsItsPartAndTheNextGoesOnThere() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        try (OddServer server = new OddServer((asked, out) -> {
            if (!asked.headers().containsKey("range")) {
                whole(out, "\"v1\"", HALF);
                beSilent();
            }
            rest(asked, out, "\"v1\"");
        })) {
            assertThrows(
                    CancellationException.class,
                    () -> get(
                            server,
                            progress -> {
                                stop.set(progress.receivedBytes() > 0);
                            },
                            stop::get));
            assertEquals(List.of("labels.part", "labels.part.version", "lock"), staged());
            assertComplete(get(server, _ -> {}, () -> false));
            assertTrue(server.asked().getLast().header("range").matches("bytes=[1-9]\\d+-"));
            assertEquals("\"v1\"", server.asked().getLast().header("if-range"));
            assertNothingIsStaged();
        }
    }

    @Test
    void aSilentServerIsLeftWithinASecondOfAStop() throws Exception {
        try (OddServer server = new OddServer((_, _) -> beSilent())) {
            long start = System.nanoTime();
            assertThrows(
                    CancellationException.class,
                    () -> download(server.base(), Patience.USUAL, _ -> {}, () -> System.nanoTime() - start > 200e6)
                            .get(card(), root));
            assertTrue(System.nanoTime() - start < 1.2e9);
            assertNothingIsStaged();
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        try (OddServer server = new OddServer((_, _) -> beSilent())) {
            String message = fails(server);
            assertTrue(message.contains("the server cannot be reached (no answer for 300 ms)"), message);
        }
    }

    @Test
    void aServerThatStopsSendingIsGivenUpAndItsBytesAreKept() throws Exception {
        try (OddServer server = new OddServer((_, out) -> {
            whole(out, "\"v1\"", 1_000);
            beSilent();
        })) {
            String message = fails(server);
            assertTrue(message.contains("broke off (nothing came for 300 ms); 1000 of 300000 bytes are kept"), message);
            assertEquals(1_000, Files.size(root.resolve(".download-plain/labels.part")));
        }
    }

    @Test
    void aTransferThatBreaksOffGoesOnByItself() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (OddServer server = new OddServer((asked, out) -> {
            if (requests.incrementAndGet() == 1) {
                whole(out, "\"v1\"", HALF);
            } else {
                rest(asked, out, "\"v1\"");
            }
        })) {
            assertComplete(get(server, _ -> {}, () -> false));
            assertEquals(2, requests.get());
        }
    }

    @Test
    void aServerWithoutRangesSendsTheWholeAgain() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (OddServer server = new OddServer(
                (_, out) -> whole(out, "W/\"weak\"", requests.incrementAndGet() == 1 ? HALF : CONTENT.length))) {
            assertComplete(get(server, _ -> {}, () -> false));
            assertEquals("", server.asked().getLast().header("if-range"));
        }
    }

    @Test
    void aPartOfAnotherVersionOfTheServersIsReplaced() throws Exception {
        leavePart(new byte[HALF], Sha256.of(CONTENT), "\"old\"");
        try (OddServer server = new OddServer((asked, out) -> {
            assertEquals("\"old\"", asked.header("if-range"));
            whole(out, "\"new\"", CONTENT.length);
        })) {
            assertComplete(get(server, _ -> {}, () -> false));
        }
    }

    @Test
    void aPartThatTurnsOutWrongIsReplaced() throws Exception {
        leavePart(new byte[HALF], Sha256.of(CONTENT), "");
        try (OddServer server = new OddServer((asked, out) -> {
            if (asked.headers().containsKey("range")) {
                rest(asked, out, "\"v1\"");
            } else {
                whole(out, "\"v1\"", CONTENT.length);
            }
        })) {
            assertComplete(get(server, _ -> {}, () -> false));
            assertEquals(2, server.asked().size());
        }
    }

    @Test
    void aPartOfAnotherFileIsDiscardedUnasked() throws Exception {
        leavePart(Arrays.copyOf(CONTENT, HALF), "0".repeat(64), "\"v1\"");
        Files.writeString(root.resolve(".download-plain/old-name.part"), "of an older list of files");
        try (OddServer server = new OddServer((_, out) -> whole(out, "\"v1\"", CONTENT.length))) {
            assertComplete(get(server, _ -> {}, () -> false));
            assertFalse(server.asked().getFirst().headers().containsKey("range"));
            assertNothingIsStaged();
        }
    }

    @Test
    void aRangeThatTheServerDoesNotHaveBeginsAnew() throws Exception {
        leavePart(Arrays.copyOf(CONTENT, HALF), Sha256.of(CONTENT), "\"v1\"");
        try (OddServer server = new OddServer((asked, out) -> {
            if (asked.headers().containsKey("range")) {
                head(out, "416 Range Not Satisfiable", "Content-Length: 0");
            } else {
                whole(out, "\"v1\"", CONTENT.length);
            }
        })) {
            assertComplete(get(server, _ -> {}, () -> false));
        }
    }

    @Test
    void aWholePartNeedsNoServer() throws Exception {
        leavePart(CONTENT, Sha256.of(CONTENT), "");
        assertComplete(download(URI.create("http://127.0.0.1:1"), SHORT, _ -> {}, () -> false)
                .get(card(), root));
    }

    @Test
    void anAnnouncedLengthThatIsTooLongIsRefusedBeforeAByteIsRead() throws Exception {
        try (OddServer server = new OddServer((_, out) -> {
            head(out, "200 OK", "Content-Length: 121000000");
            beSilent();
        })) {
            String message = fails(server);
            assertTrue(message.contains("/labels: has 121000000 bytes, expected 300000; "), message);
            assertNothingIsStaged();
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAsSoonAsItIs() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        try (OddServer server = new OddServer((_, out) -> {
            head(out, "200 OK");
            for (int i = 0; i < 2_000; i++) {
                out.write(CONTENT);
                sent.incrementAndGet();
            }
        })) {
            String message = fails(server);
            assertTrue(message.contains("sends more than the 300000 bytes the file has"), message);
            assertTrue(sent.get() < 200, sent + " times the file were taken in");
            assertNothingIsStaged();
        }
    }

    @Test
    void twoDownloadsOfOneSetDoNotMix() throws Exception {
        try (OddServer server = new OddServer((_, out) -> whole(out, "\"v1\"", CONTENT.length))) {
            DataCard card = card();
            try (Staging _ = Staging.open(root, card.published().orElseThrow())) {
                String message = assertThrows(BadInputException.class, () -> get(server, _ -> {}, () -> false))
                        .getMessage();
                assertTrue(message.contains("plain: another download of it is under way; "), message);
            }
            assertComplete(get(server, _ -> {}, () -> false));
        }
    }

    private static void whole(OutputStream out, String tag, int sent) throws IOException {
        head(out, "200 OK", "Content-Length: " + CONTENT.length, "ETag: " + tag);
        out.write(CONTENT, 0, sent);
        out.flush();
    }

    private static void rest(OddServer.Asked asked, OutputStream out, String tag) throws IOException {
        int from = Integer.parseInt(asked.header("range").replaceAll("\\D", ""));
        head(
                out,
                "206 Partial Content",
                "Content-Length: " + (CONTENT.length - from),
                "Content-Range: bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length,
                "ETag: " + tag);
        out.write(CONTENT, from, CONTENT.length - from);
    }

    private void leavePart(byte[] bytes, String sha256, String validator) throws IOException {
        Path staging = Files.createDirectories(root.resolve(".download-plain"));
        Files.write(staging.resolve("labels.part"), bytes);
        Files.writeString(staging.resolve("labels.part.version"), sha256 + "\n" + validator);
    }

    private Path get(OddServer server, java.util.function.Consumer<DownloadProgress> listener, BooleanSupplier stop)
            throws DownloadException {
        return download(server.base(), SHORT, listener, stop).get(card(), root);
    }

    private static Download download(
            URI base, Patience patience, java.util.function.Consumer<DownloadProgress> listener, BooleanSupplier stop) {
        return new Download(Optional.of(base), Map.of(), patience, listener, stop);
    }

    private String fails(OddServer server) {
        String message = assertThrows(DownloadException.class, () -> get(server, _ -> {}, () -> false))
                .getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.contains("; "), "no remedy: " + message);
        return message;
    }

    private static DataCard card() {
        RemoteFile file = new RemoteFile(URI.create("https://example.org/labels"), CONTENT.length, Sha256.of(CONTENT));
        return new DataCard(
                "test",
                Message.verbatim("Test"),
                Message.verbatim("a test"),
                Message.verbatim("none"),
                Message.verbatim("none"),
                Optional.of(new DataCard.Published(
                        "plain", List.of(new ExpectedFile("labels", CONTENT.length)), List.of(file))));
    }

    private static void assertComplete(Path folder) throws IOException {
        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("labels")));
    }

    private void assertNothingIsStaged() {
        assertFalse(Files.exists(root.resolve(".download-plain")));
    }

    private List<String> staged() throws IOException {
        try (Stream<Path> entries = Files.list(root.resolve(".download-plain"))) {
            return entries.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
