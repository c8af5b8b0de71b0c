package dev.lamina.backend.cpu.onednn;

import dev.lamina.backend.CacheFolder;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The OpenMP runtime and oneDNN, loaded once per process from the files inside the {@code dnnl} artifact. */
record NativeLibrary(SymbolLookup openMp, SymbolLookup oneDnn) {
    private static final Logger LOG = Logger.getLogger("dev.lamina.backend.cpu");

    /** Loading gave either the library or the reason why there is none. */
    private sealed interface Outcome {}

    private record Loaded(NativeLibrary library) implements Outcome {}

    private record Failed(Message problem, BadInputException cause) implements Outcome {}

    private static final class Once {
        static final Outcome OUTCOME = attempt();

        private Once() {}
    }

    /**
     * The loaded library.
     *
     * @throws BadInputException if this build carries no library for this machine, or it cannot be unpacked or loaded
     */
    static NativeLibrary get() {
        return switch (Once.OUTCOME) {
            case Loaded loaded -> loaded.library();
            case Failed failed -> throw new BadInputException(failed.problem(), failed.cause());
        };
    }

    private static Outcome attempt() {
        try {
            return new Loaded(load(Platform.current(), CacheFolder.current()));
        } catch (BadInputException e) {
            return new Failed(e.problem(), e);
        }
    }

    private static NativeLibrary load(Platform platform, Path cache) {
        Place place = place(platform, cache);
        List<Path> files = place.files();
        SpinLimit.set();
        try {
            SymbolLookup openMp = files.size() > 1
                    ? SymbolLookup.libraryLookup(files.getFirst(), Arena.global())
                    : SymbolLookup.libraryLookup(platform.openMp(), Arena.global());
            return new NativeLibrary(openMp, SymbolLookup.libraryLookup(files.getLast(), Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    Message.of("backend.unloadable", String.valueOf(e.getMessage()))
                            .at(files.getLast()),
                    e);
        } finally {
            place.leave();
        }
    }

    /** Where the files are; a place for this once is emptied when they are loaded, as Unix allows. */
    record Place(List<Path> files, Optional<Path> forThisOnce) {
        void leave() {
            try (Stream<Path> left = forThisOnce.isPresent() ? Files.walk(forThisOnce.get()) : Stream.empty()) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException _) {
                // Windows keeps a loaded library; it stays among the temporary files.
            }
        }
    }

    /** The cache, or a temporary folder where nothing can be written to it, which the user is told. */
    static Place place(Platform platform, Path cache) {
        try {
            return new Place(unpack(platform, cache), Optional.empty());
        } catch (BadInputException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
            try {
                Path folder = Files.createTempDirectory("lamina-native-");
                List<Path> files = unpack(platform, folder);
                LOG.warning(() -> e.getMessage() + "; " + folder + " serves for this once");
                return new Place(files, Optional.of(folder));
            } catch (IOException _) {
                throw e;
            }
        }
    }

    static List<Path> unpack(Platform platform, Path cache) {
        List<PackedFile> packed = new ArrayList<>();
        try {
            for (String file : platform.files()) {
                URL url = NativeLibrary.class.getClassLoader().getResource(platform.resource(file));
                if (url == null) {
                    throw new BadInputException(Message.of("backend.noLibrary", platform.id()));
                }
                packed.add(PackedFile.of(file, url));
            }
            String key = platform.id() + "-" + Long.toHexString(packed.getLast().crc32());
            Path folder = cache.resolve("native").resolve(key);
            List<Path> files = new ArrayList<>();
            for (PackedFile file : packed) {
                files.add(file.unpackInto(folder));
            }
            return files;
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("backend.cannotUnpack", FileFault.reason(e)).at(cache), e);
        }
    }
}
