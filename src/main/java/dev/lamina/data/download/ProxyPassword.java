package dev.lamina.data.download;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The name and password in the address of a proxy, http://name:password@host:port, for that proxy alone. */
final class ProxyPassword extends Authenticator {
    private final URI proxy;

    private ProxyPassword(URI proxy) {
        this.proxy = proxy;
    }

    /** Empty if the address holds none. */
    static Optional<Authenticator> in(URI proxy) {
        return Optional.ofNullable(proxy.getRawUserInfo()).map(_ -> new ProxyPassword(proxy));
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY || !proxy.getHost().equalsIgnoreCase(getRequestingHost())) {
            return super.getPasswordAuthentication();
        }
        String[] parts = proxy.getRawUserInfo().split(":", 2);
        return new PasswordAuthentication(
                decoded(parts[0]), decoded(parts.length > 1 ? parts[1] : "").toCharArray());
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
