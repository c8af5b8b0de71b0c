package dev.lamina.data.download;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxy for an address: what the virtual machine was told (-Dhttps.proxyHost, -Dhttp.nonProxyHosts, a selector of the
 * program it runs in), else what the environment says, as curl reads it: https_proxy or http_proxy by the address's scheme,
 * else all_proxy, in small letters before capitals; no_proxy lists hosts that are reached directly ({@link DirectHosts}).
 * This machine itself is always reached directly. SOCKS is refused: the HTTP client would go around such a proxy silently.
 */
final class ProxyVariables extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;
    private final Optional<ProxySelector> machine;

    ProxyVariables(Map<String, String> environment, Optional<ProxySelector> machine) {
        this.environment = environment;
        this.machine = machine;
    }

    /** @throws BadInputException naming the variable if it holds no address of a proxy that speaks HTTP, or the machine's option */
    @Override
    public List<Proxy> select(URI uri) {
        List<Proxy> told = machine.map(selector -> selector.select(uri)).orElse(DIRECT);
        if (told.stream().anyMatch(proxy -> proxy.type() == Proxy.Type.SOCKS)) {
            throw new BadInputException(Message.of("data.socksOption").at("-DsocksProxyHost"));
        }
        boolean machineDecides = told.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)
                || System.getProperty(uri.getScheme() + ".proxyHost") != null;
        return machineDecides ? told : fromEnvironment(uri).map(this::proxy).orElse(DIRECT);
    }

    /** The variable that names the proxy for an address, if there is one. */
    Optional<Variable> fromEnvironment(URI uri) {
        if (isThisMachine(uri.getHost()) || reachedDirectly(uri)) {
            return Optional.empty();
        }
        return variable(uri.getScheme() + "_proxy").or(() -> variable("all_proxy"));
    }

    /** A variable of the environment with its value. */
    record Variable(String name, String value) {
        /** The address; "host:port" is meant as "http://host:port". */
        URI uri() {
            try {
                URI uri = new URI(value.contains("://") ? value : "http://" + value);
                if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
                    return uri;
                }
            } catch (URISyntaxException _) {
                // As bad as one without a host.
            }
            // The value may hold a password.
            boolean socks = value.toLowerCase(Locale.ROOT).startsWith("socks");
            throw new BadInputException(Message.of(socks ? "data.socksAddress" : "data.noProxyAddress")
                    .at(name));
        }
    }

    private Optional<Variable> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .filter(n -> !environment.getOrDefault(n, "").isBlank())
                .findFirst()
                .map(n -> new Variable(n, environment.getOrDefault(n, "").strip()));
    }

    private List<Proxy> proxy(Variable variable) {
        URI uri = variable.uri();
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port)));
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private boolean reachedDirectly(URI uri) {
        return variable("no_proxy")
                .map(list -> DirectHosts.of(list.value()).contain(uri.getHost(), port(uri)))
                .orElse(false);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        machine.ifPresent(selector -> selector.connectFailed(uri, address, failure));
    }
}
