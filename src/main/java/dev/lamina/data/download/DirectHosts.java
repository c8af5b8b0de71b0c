package dev.lamina.data.download;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hosts that are reached without a proxy, as the variable no_proxy lists them: names with their subdomains
 * (example.org, .example.org, *.example.org), names with "*" for any letters (192.168.*), networks (10.0.0.0/8, fd00::/8),
 * each for one port if it is given (example.org:8080), "*" for all. What makes no sense matches nothing.
 */
record DirectHosts(List<String> entries) {
    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d+)");

    static DirectHosts of(String list) {
        return new DirectHosts(Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    /** @param host a name, or a number, of version 6 in brackets or not */
    boolean contain(String host, int port) {
        String plain = withoutBrackets(host.toLowerCase(Locale.ROOT));
        return entries.stream().anyMatch(entry -> {
            Matcher parts = WITH_PORT.matcher(entry);
            return parts.matches()
                    ? Integer.toString(port).equals(parts.group(2)) && isMeant(parts.group(1), plain)
                    : isMeant(entry, plain);
        });
    }

    private static boolean isMeant(String entry, String host) {
        if (entry.contains("/")) {
            return isInNetwork(entry, host);
        }
        String name = withoutBrackets(entry).replaceFirst("^\\*?\\.", "");
        String letters = Pattern.quote(name).replace("*", "\\E.*\\Q");
        return !name.isEmpty() && host.matches("(?:.*\\.)?" + letters);
    }

    private static String withoutBrackets(String host) {
        return host.replaceAll("^\\[|]$", "");
    }

    /** Whether the host is a number whose first bits are the network's; no name is looked up for it. */
    private static boolean isInNetwork(String network, String host) {
        String[] parts = network.split("/", 2);
        Optional<byte[]> base = number(withoutBrackets(parts[0]));
        Optional<byte[]> other = number(host);
        if (base.isEmpty() || other.isEmpty() || !parts[1].matches("\\d{1,3}")) {
            return false;
        }
        int free = 8 * base.get().length - Integer.parseInt(parts[1]);
        return base.get().length == other.get().length
                && free >= 0
                && new BigInteger(1, base.get())
                                .xor(new BigInteger(1, other.get()))
                                .bitLength()
                        <= free;
    }

    private static Optional<byte[]> number(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
