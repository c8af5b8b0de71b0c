package dev.lamina.backend.tornado;

import dev.lamina.backend.CacheFolder;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.tornado.kernel.Activations;
import dev.lamina.backend.tornado.kernel.BatchNorm;
import dev.lamina.backend.tornado.kernel.Convolutions;
import dev.lamina.backend.tornado.kernel.Elements;
import dev.lamina.backend.tornado.kernel.ExplicitProducts;
import dev.lamina.backend.tornado.kernel.Inputs;
import dev.lamina.backend.tornado.kernel.Losses;
import dev.lamina.backend.tornado.kernel.MatrixProducts;
import dev.lamina.backend.tornado.kernel.NormPooling;
import dev.lamina.backend.tornado.kernel.Pooling;
import dev.lamina.backend.tornado.kernel.Response;
import dev.lamina.backend.tornado.kernel.Sums;
import dev.lamina.backend.tornado.kernel.TiledConvolutions;
import dev.lamina.backend.tornado.kernel.Updates;
import dev.lamina.backend.tornado.kernel.Weights;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers, in the user's cache folder, what {@link DeviceCheck} found: a file for each device, driver, version of
 * TornadoVM and state of our kernels; empty where all was right.
 */
final class CheckedDevices {
    private static final List<Class<?>> KERNELS = List.of(
            Activations.class,
            BatchNorm.class,
            Convolutions.class,
            Elements.class,
            ExplicitProducts.class,
            Inputs.class,
            Losses.class,
            MatrixProducts.class,
            NormPooling.class,
            Pooling.class,
            Response.class,
            Sums.class,
            TiledConvolutions.class,
            Updates.class,
            Weights.class);

    private final Path folder;

    CheckedDevices(Path folder) {
        this.folder = folder;
    }

    static CheckedDevices ofUser() {
        return new CheckedDevices(CacheFolder.current().resolve("tornado-devices"));
    }

    /**
     * Checks a device that was not checked before.
     *
     * @throws BadInputException if it computes an operation wrongly, naming the operation
     */
    void require(DeviceDescription device, String version, Supplier<Optional<String>> check) {
        Path file = folder.resolve(key(device, version) + ".txt");
        String fault = read(file).orElseGet(() -> {
            String found = check.get().orElse("");
            write(file, found);
            return found;
        });
        if (!fault.isEmpty()) {
            throw new BadInputException(Message.of("backend.wrongDevice", device.name(), fault)
                    .at(Message.of("launch.backend", TornadoBackendProvider.ID)));
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A cache that cannot be written costs a check at every start, no more. */
    private void write(Path file, String fault) {
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "check", ".tmp");
            try {
                Files.writeString(temporary, fault);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException _) {
            // Said above.
        }
    }

    private static String key(DeviceDescription device, String version) {
        MessageDigest digest = sha256();
        for (String part : List.of(device.name(), device.driver(), version)) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        kernels(digest);
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    /** The compiled kernels, so that changed ones are checked again. */
    private static void kernels(MessageDigest digest) {
        for (Class<?> family : KERNELS) {
            try (InputStream bytes = family.getResourceAsStream(family.getSimpleName() + ".class")) {
                digest.update(bytes == null ? new byte[0] : bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
