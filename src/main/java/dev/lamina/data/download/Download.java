package dev.lamina.data.download;

import dev.lamina.data.format.TarArchive;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.ExpectedFile;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Gets a published data set. Files go to a staging folder first, are checked there (SHA-256), unpacked, and moved into
 * place one by one, replacing older ones. What a stopped or broken download has received is kept there, and the next one
 * goes on with it; otherwise the staging folder is removed. Proxies: {@link ProxyVariables}.
 * One download at a time; the listener is called on the calling thread, at most about ten times a second.
 */
public final class Download {
    /** The JDK's switch for sending a password to a proxy before the connection to an https address is encrypted. */
    private static final String TUNNELING_SWITCH = "jdk.http.auth.tunneling.disabledSchemes";

    private final Optional<URI> mirror;
    private final Map<String, String> environment;
    private final Patience patience;
    private final Consumer<DownloadProgress> listener;
    private final Stop stop;

    Download(
            Optional<URI> mirror,
            Map<String, String> environment,
            Patience patience,
            Consumer<DownloadProgress> listener,
            BooleanSupplier cancelled) {
        this.mirror = mirror;
        this.environment = environment;
        this.patience = patience;
        this.listener = listener;
        this.stop = new Stop(cancelled);
    }

    /** From the addresses the authors publish. */
    public static Download published(Consumer<DownloadProgress> listener, BooleanSupplier cancelled) {
        return new Download(Optional.empty(), System.getenv(), Patience.USUAL, listener, cancelled);
    }

    /**
     * From another server, which has files of the same names directly below the base address.
     * @throws BadInputException unless it is an address of the web
     */
    public static Download mirror(URI base, Consumer<DownloadProgress> listener, BooleanSupplier cancelled) {
        if (base.getHost() == null || !Set.of("http", "https").contains(base.getScheme())) {
            throw new BadInputException(Message.of("data.notOfTheWeb").at(base));
        }
        return new Download(Optional.of(base), System.getenv(), Patience.USUAL, listener, cancelled);
    }

    /**
     * Gets a data set into its folder below a root and returns that folder.
     * @throws BadInputException if the data set has no files to get, or its folder is in use or cannot be made
     * @throws DownloadException if it did not work out, with what to do by hand
     * @throws CancellationException within a second if it was cancelled or the thread interrupted
     */
    public Path get(DataCard card, Path root) throws DownloadException {
        DataCard.Published published = card.published()
                .orElseThrow(() -> new BadInputException(
                        Message.of("data.nothingToDownload", card.description()).at(card.id())));
        Path folder = root.resolve(published.folder());
        try (Staging staging = Staging.open(root, published)) {
            for (RemoteFile file : published.downloads()) {
                receive(file, folder, staging);
            }
            for (RemoteFile file : published.downloads()) {
                complete(file, published, staging);
            }
            for (ExpectedFile file : published.files()) {
                Files.move(
                        staging.folder().resolve(file.name()),
                        folder.resolve(file.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            for (RemoteFile file : published.downloads()) {
                staging.part(file).discard();
            }
            return folder;
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw new DownloadException(
                    Message.of("data.cannotBeFilled", FileFault.reason(e)).at(folder), e);
        }
    }

    private void receive(RemoteFile file, Path folder, Staging staging) throws IOException {
        URI uri = mirror.map(base -> below(base, file.name())).orElse(file.uri());
        PartialFile part = staging.part(file);
        try (HttpClient client = client(uri)) {
            try {
                new Transfer(file, uri, part, byHand(file, folder), patience, listener, stop).receive(client);
            } finally {
                // Closing alone would wait for an answer that nobody wants any more.
                client.shutdownNow();
            }
        }
    }

    private HttpClient client(URI uri) {
        ProxyVariables proxies = new ProxyVariables(environment, Optional.ofNullable(ProxySelector.getDefault()));
        // What cannot be used is refused before anything is sent.
        var _ = proxies.select(uri);
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience.connect())
                .proxy(proxies);
        proxies.fromEnvironment(uri)
                .map(ProxyVariables.Variable::uri)
                .flatMap(ProxyPassword::in)
                .ifPresent(password -> {
                    if (System.getProperty(TUNNELING_SWITCH) == null) {
                        System.setProperty(TUNNELING_SWITCH, "");
                    }
                    client.authenticator(password);
                });
        return client.build();
    }

    private void complete(RemoteFile file, DataCard.Published published, Staging staging) throws IOException {
        Path received = staging.part(file).path();
        if (file.isArchive()) {
            Set<String> wanted =
                    published.files().stream().map(ExpectedFile::name).collect(Collectors.toSet());
            unpack(file.name(), received, wanted, staging.folder());
        } else {
            Files.move(received, staging.folder().resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static URI below(URI base, String name) {
        String text = base.toString();
        return URI.create(text.endsWith("/") ? text + name : text + "/" + name);
    }

    private static Message byHand(RemoteFile file, Path folder) {
        return file.isArchive()
                ? Message.of("data.archiveByHand", file.uri(), folder)
                : Message.of("data.fileByHand", file.uri(), folder);
    }

    private void unpack(String name, Path archive, Set<String> wanted, Path target) throws IOException {
        try (InputStream packed = stop.watched(Files.newInputStream(archive));
                InputStream unpacked = new BufferedInputStream(new GZIPInputStream(packed, 1 << 16), 1 << 16)) {
            Set<String> found = TarArchive.extract(unpacked, wanted, target);
            List<String> missing =
                    wanted.stream().filter(n -> !found.contains(n)).sorted().toList();
            if (!missing.isEmpty()) {
                throw new DownloadException(
                        Message.of("data.archiveLacks", missing).at(name));
            }
        }
    }
}
