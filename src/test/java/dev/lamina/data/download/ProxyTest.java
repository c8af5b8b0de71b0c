package dev.lamina.data.download;

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
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads through a proxy on this machine from hosts that do not exist, so that only the proxy can have answered. */
@Timeout(20)
class ProxyTest {
    private static final byte[] CONTENT = "some labels".getBytes(StandardCharsets.UTF_8);
    private static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
    private static final URI HTTP = URI.create("http://data.invalid/folder");

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
    void theProxyOfTheEnvironmentIsUsed(String variable) throws Exception {
        try (OddServer proxy = answering()) {
            Path folder = get(HTTP, Map.of(variable, "http://127.0.0.1:" + proxy.port()));
            assertEquals(CONTENT.length, Files.size(folder.resolve("labels")));
            assertEquals(
                    "GET http://data.invalid/folder/labels HTTP/1.1",
                    proxy.asked().getFirst().line());
        }
    }

    @Test
    void anHttpsAddressIsTunneledThroughItsProxy() throws Exception {
        try (OddServer proxy = new OddServer((_, out) -> OddServer.head(out, "502 Bad Gateway"))) {
            assertThrows(
                    DownloadException.class,
                    () -> get(URI.create("https://data.invalid"), Map.of("https_proxy", "127.0.0.1:" + proxy.port())));
            assertEquals(
                    "CONNECT data.invalid:443 HTTP/1.1",
                    proxy.asked().getFirst().line());
        }
    }

    @Test
    void thePasswordGoesToTheProxyThatAsksForIt() throws Exception {
        try (OddServer proxy = new OddServer((asked, out) -> {
            if (asked.headers().containsKey("proxy-authorization")) {
                OddServer.head(out, "200 OK", "Content-Length: " + CONTENT.length);
                out.write(CONTENT);
            } else {
                OddServer.head(out, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"lab\"");
            }
        })) {
            get(HTTP, Map.of("http_proxy", "http://ada:s%40cret@127.0.0.1:" + proxy.port()));
            // ada:s@cret
            assertEquals("Basic YWRhOnNAY3JldA==", proxy.asked().getLast().header("proxy-authorization"));
        }
    }

    @Test
    void theVirtualMachinesProxyComesFirst() throws Exception {
        try (OddServer proxy = answering();
                OddServer server = answering()) {
            ProxySelector before = ProxySelector.getDefault();
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())));
            try {
                get(HTTP, Map.of("http_proxy", "http://127.0.0.1:" + server.port()));
            } finally {
                ProxySelector.setDefault(before);
            }
            assertEquals(1, proxy.asked().size());
            assertEquals(0, server.asked().size());
        }
    }

    @Test
    void thisMachineIsReachedDirectly() throws Exception {
        try (OddServer proxy = answering();
                OddServer server = answering()) {
            get(server.base(), Map.of("http_proxy", "http://127.0.0.1:" + proxy.port()));
            assertEquals(0, proxy.asked().size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "data.invalid, true",
        "invalid, true",
        ".invalid, true",
        "*.invalid, true",
        "'other.org, data.invalid', true",
        "*, true",
        "data.invalid:80, true",
        "DATA.INVALID, true",
        "data.invalid:81, false",
        "ta.invalid, false",
        "other.org, false",
        "'', false"
    })
    void hostsOfNoProxyAreReachedDirectly(String noProxy, boolean directly) {
        ProxyVariables variables =
                new ProxyVariables(Map.of("http_proxy", "proxy.invalid:3128", "no_proxy", noProxy), Optional.empty());
        assertEquals(
                directly ? Proxy.Type.DIRECT : Proxy.Type.HTTP,
                variables.select(HTTP).getFirst().type());
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.0.0.0/8, true",
        "11.1.2.3, 10.0.0.0/8, false",
        "10.1.2.3, 10.1.2.3/32, true",
        "10.1.2.2, 10.1.2.3/32, false",
        "10.1.2.3, 0.0.0.0/0, true",
        "10.1.2.3, 10.0.0.0/33, false",
        "10.1.2.3, 10.0.0.0/x, false",
        "10.1.2.3, fd00::/8, false",
        "[fd00::7], fd00::/8, true",
        "[fd00::7], [fd00::]/8, true",
        "[fe80::7], fd00::/8, false",
        "data.invalid, 10.0.0.0/8, false",
        "192.168.7.9, 192.168.*, true",
        "192.169.7.9, 192.168.*, false",
        "lab-7.data.invalid, lab-*.data.invalid, true",
        "[fd00::7], fd00::7, true",
        "[fd00::7], [fd00::7]:80, true",
        "[fd00::7], [fd00::7]:81, false",
        "sub.data.invalid, .data.invalid:80, true"
    })
    void noProxyNamesNetworksAndPatterns(String host, String noProxy, boolean directly) {
        ProxyVariables variables =
                new ProxyVariables(Map.of("http_proxy", "proxy.invalid:3128", "no_proxy", noProxy), Optional.empty());
        assertEquals(
                directly ? Proxy.Type.DIRECT : Proxy.Type.HTTP,
                variables.select(URI.create("http://" + host)).getFirst().type());
    }

    @Test
    void aSocksProxyIsRefusedWhereverItIsNamed() {
        String variable = assertThrows(
                        BadInputException.class, () -> get(HTTP, Map.of("ALL_PROXY", "socks5h://proxy.invalid:1080")))
                .getMessage();
        assertEquals(
                "ALL_PROXY: holds no address of a proxy that speaks HTTP but of one that speaks SOCKS; write"
                        + " http://host:port, or unset it",
                variable);
        ProxyVariables machine = new ProxyVariables(Map.of(), Optional.of(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.invalid", 1080)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        }));
        String option = assertThrows(BadInputException.class, () -> machine.select(HTTP))
                .getMessage();
        assertTrue(option.startsWith("-DsocksProxyHost: "), option);
    }

    @Test
    void smallLettersComeBeforeCapitals() {
        ProxyVariables variables =
                new ProxyVariables(Map.of("HTTPS_PROXY", "capitals:1", "https_proxy", "small:2"), Optional.empty());
        SocketAddress address =
                variables.select(URI.create("https://data.invalid")).getFirst().address();
        assertEquals("small", ((InetSocketAddress) address).getHostString());
        assertEquals(2, ((InetSocketAddress) address).getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://ada:secret@proxy.invalid:1080", "http://", "not an address ada:secret@x"})
    void aVariableThatNamesNoProxyIsToldWithoutItsPassword(String value) {
        String message = assertThrows(BadInputException.class, () -> get(HTTP, Map.of("http_proxy", value)))
                .getMessage();
        assertTrue(message.startsWith("http_proxy: holds no address of a proxy"), message);
        assertFalse(message.contains("secret"), message);
        assertFalse(Files.exists(root.resolve(".download-plain")));
    }

    private static OddServer answering() throws IOException {
        return new OddServer((_, out) -> {
            OddServer.head(out, "200 OK", "Content-Length: " + CONTENT.length);
            out.write(CONTENT);
        });
    }

    private Path get(URI base, Map<String, String> environment) throws DownloadException {
        RemoteFile file = new RemoteFile(URI.create("https://example.org/labels"), CONTENT.length, Sha256.of(CONTENT));
        DataCard card = new DataCard(
                "test",
                Message.verbatim("Test"),
                Message.verbatim("a test"),
                Message.verbatim("none"),
                Message.verbatim("none"),
                Optional.of(new DataCard.Published(
                        "plain", List.of(new ExpectedFile("labels", CONTENT.length)), List.of(file))));
        return new Download(Optional.of(base), environment, SHORT, _ -> {}, () -> false).get(card, root);
    }
}
