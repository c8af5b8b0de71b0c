package dev.lamina.experiment;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What the jar's manifest says of the build.
 *
 * @param version "development" when run from classes
 * @param commit of the sources, where the build knew it
 */
public record LaminaBuild(String version, Optional<String> commit) {
    static final String COMMIT = "Build-Commit";
    private static final LaminaBuild DEVELOPMENT = new LaminaBuild("development", Optional.empty());

    /** This program's. */
    public static LaminaBuild current() {
        CodeSource source = LaminaBuild.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? DEVELOPMENT
                    : of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return DEVELOPMENT;
        }
    }

    /** @param place a jar, or a folder of classes */
    static LaminaBuild of(Path place) {
        if (!Files.isRegularFile(place)) {
            return DEVELOPMENT;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes said = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String version = said.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            Optional<String> commit = Optional.ofNullable(said.getValue(COMMIT)).filter(text -> !text.isBlank());
            return new LaminaBuild(version == null ? DEVELOPMENT.version() : version, commit);
        } catch (IOException _) {
            return DEVELOPMENT;
        }
    }
}
