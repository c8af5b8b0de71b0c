package dev.lamina.experiment;

import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What this program was built from.
 *
 * @param version "development" when run from classes
 * @param commit of the sources, followed by -dirty where they had been changed since; absent where the build knew none
 */
public record LaminaBuild(String version, Optional<String> commit) {
    /** Written by the build, beside the classes. */
    private static final String PROPERTIES = "/dev/lamina/build.properties";

    private static final String LICENSES = "/third-party.txt";

    /** This program's. */
    public static LaminaBuild current() {
        String version = LaminaBuild.class.getPackage().getImplementationVersion();
        return new LaminaBuild(version == null ? "development" : version, commit(properties()));
    }

    /** Of the program and of Java, by name. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("lamina", version);
        commit.ifPresent(id -> versions.put("commit", id));
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    static Optional<String> commit(Properties build) {
        return Optional.ofNullable(build.getProperty("git.commit.id.full"))
                .filter(id -> id.matches("[0-9a-f]+"))
                .map(id -> id + (Boolean.parseBoolean(build.getProperty("git.dirty")) ? "-dirty" : ""));
    }

    /** The libraries that come with Lamina and their licenses, or why there is no list; the build writes it. */
    public static String licenses(Language language) {
        try (InputStream in = LaminaBuild.class.getResourceAsStream(LICENSES)) {
            return in == null
                    ? Message.of("experiment.noLicenses").text(language)
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return Message.of("experiment.licensesUnreadable", FileFault.reason(e))
                    .text(language);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = LaminaBuild.class.getResourceAsStream(PROPERTIES)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException _) {
            // A run is not to fail because its jar cannot be read twice.
        }
        return properties;
    }
}
