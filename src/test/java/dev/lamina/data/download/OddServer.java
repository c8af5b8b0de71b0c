package dev.lamina.data.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A server on this machine that answers as a test says, down to the single byte; a proxy as well, which is one that is asked for whole addresses. */
final class OddServer implements AutoCloseable {
    /** What a client asked: the first line, and the headers by their names in small letters. */
    record Asked(String line, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Answers one request; the connection is closed afterwards. */
    interface Behavior {
        void answer(Asked asked, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Behavior behavior;

    OddServer(Behavior behavior) throws IOException {
        this.behavior = behavior;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            Map<String, String> headers = in.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1], (a, _) -> a));
            Asked request = new Asked(first, headers);
            asked.add(request);
            behavior.answer(request, client.getOutputStream());
            client.getOutputStream().flush();
        } catch (SocketException _) {
            // The client has gone, as it may.
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    List<Asked> asked() {
        return asked;
    }

    int port() {
        return socket.getLocalPort();
    }

    URI base() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port());
    }

    static void head(OutputStream out, String status, String... headers) throws IOException {
        String lines = List.of(headers).stream().map(h -> h + "\r\n").collect(Collectors.joining());
        out.write(("HTTP/1.1 " + status + "\r\n" + lines + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Waits until the client goes or the test ends. */
    static void beSilent() throws InterruptedException {
        Thread.sleep(60_000);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
