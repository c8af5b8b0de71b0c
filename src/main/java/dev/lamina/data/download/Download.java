package dev.lamina.data.download;

import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.ExpectedFile;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Gets a published data set. Files go to a staging folder first, are checked there (SHA-256), unpacked, and moved into
 * place one by one, replacing older ones; whatever goes wrong, the staging folder is removed.
 * One download at a time; the listener is called on the calling thread, at most about ten times a second.
 */
public final class Download {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    private final Transfer transfer;
    private final Optional<URI> mirror;

    private Download(Optional<URI> mirror, Consumer<DownloadProgress> listener, BooleanSupplier cancelled) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.transfer = new Transfer(client, listener, cancelled);
        this.mirror = mirror;
    }

    /** From the addresses the authors publish. */
    public static Download published(Consumer<DownloadProgress> listener, BooleanSupplier cancelled) {
        return new Download(Optional.empty(), listener, cancelled);
    }

    /**
     * From another server, which has files of the same names directly below the base address.
     * @throws BadInputException unless it is an address of the web
     */
    public static Download mirror(URI base, Consumer<DownloadProgress> listener, BooleanSupplier cancelled) {
        if (base.getHost() == null || !Set.of("http", "https").contains(base.getScheme())) {
            throw new BadInputException(base + ": not an address of the web; write https://server/folder");
        }
        return new Download(Optional.of(base), listener, cancelled);
    }

    /**
     * Gets a data set into its folder below a root and returns that folder.
     * @throws BadInputException if the data set has no files to get
     * @throws DownloadException if it did not work out, with what to do by hand
     * @throws CancellationException if it was cancelled or the thread interrupted
     */
    public Path get(DataCard card, Path root) throws DownloadException {
        DataCard.Published published = card.published()
                .orElseThrow(() -> new BadInputException(
                        card.id() + ": there is nothing to download (" + card.description() + "); use it as it is"));
        Path folder = root.resolve(published.folder());
        Path staging = stagingFolder(folder, root);
        try {
            for (RemoteFile file : published.downloads()) {
                stage(file, published, folder, staging);
            }
            for (ExpectedFile file : published.files()) {
                Files.move(
                        staging.resolve(file.name()),
                        folder.resolve(file.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return folder;
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw new DownloadException(
                    folder + ": cannot be filled (" + FileFault.reason(e) + "); check space and permissions", e);
        } finally {
            delete(staging);
        }
    }

    private static Path stagingFolder(Path folder, Path root) {
        try {
            Files.createDirectories(folder);
            // Beside the target, so that moving is atomic.
            return Files.createTempDirectory(root, ".download-");
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": cannot be created (" + FileFault.reason(e) + "); choose another folder with --data-dir",
                    e);
        }
    }

    private void stage(RemoteFile file, DataCard.Published published, Path folder, Path staging) throws IOException {
        URI uri = mirror.map(base -> below(base, file.name())).orElse(file.uri());
        Path received = staging.resolve(file.name());
        transfer.receive(file, uri, received, byHand(file, folder));
        if (file.isArchive()) {
            Set<String> wanted =
                    published.files().stream().map(ExpectedFile::name).collect(Collectors.toSet());
            unpack(received, wanted, staging);
        }
    }

    private static URI below(URI base, String name) {
        String text = base.toString();
        return URI.create(text.endsWith("/") ? text + name : text + "/" + name);
    }

    private static String byHand(RemoteFile file, Path folder) {
        return file.isArchive()
                ? "get " + file.uri() + " by hand and unpack its files into " + folder
                : "get " + file.uri() + " by hand and put it into " + folder;
    }

    private static void unpack(Path archive, Set<String> wanted, Path target) throws IOException {
        try (InputStream packed = Files.newInputStream(archive);
                InputStream unpacked = new BufferedInputStream(new GZIPInputStream(packed, 1 << 16), 1 << 16)) {
            Set<String> found = TarArchive.extract(unpacked, wanted, target);
            List<String> missing =
                    wanted.stream().filter(n -> !found.contains(n)).sorted().toList();
            if (!missing.isEmpty()) {
                throw new DownloadException(archive.getFileName() + ": lacks " + String.join(", ", missing)
                        + "; the publisher may have changed it");
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Left over in a hidden folder; the download itself is not affected.
            folder.toFile().deleteOnExit();
        }
    }
}
