package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.message.Language;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LaminaBuildTest {
    private static Optional<String> commit(String id, String dirty) {
        Properties build = new Properties();
        build.setProperty("git.commit.id.full", id);
        build.setProperty("git.dirty", dirty);
        return LaminaBuild.commit(build);
    }

    @Test
    void aBuildFromChangedSourcesSaysSo() {
        assertEquals(Optional.of("0123abc"), commit("0123abc", "false"));
        assertEquals(Optional.of("0123abc-dirty"), commit("0123abc", "true"));
    }

    @Test
    void aBuildOutsideARepositoryHasNoCommit() {
        assertEquals(Optional.empty(), LaminaBuild.commit(new Properties()));
        assertEquals(Optional.empty(), commit("", "false"));
    }

    @Test
    void everyLibraryThatComesAlongIsListedAndNoneWithoutALicenseOrUnderThePlainGpl() {
        assumeTrue(LaminaBuild.class.getResource("/third-party.txt") != null, "built without Maven");
        List<String> lines = LaminaBuild.licenses(Language.ENGLISH).lines().toList();
        for (String library : List.of("org.openjfx:javafx-controls", "org.jfree:jfreechart", "org.bytedeco:dnnl")) {
            assertTrue(lines.stream().anyMatch(line -> line.endsWith("(" + library + ")")), library);
        }
        assertTrue(lines.stream().noneMatch(line -> line.contains("Unknown license")), lines.toString());
        assertTrue(
                lines.stream()
                        .filter(line -> line.startsWith("    ") && (line.contains("GPL-") || line.contains("AGPL")))
                        .allMatch(line -> line.contains("LGPL") || line.contains("Exception") || line.contains(" or ")),
                lines.toString());
    }

    @Test
    void mavensBuildInARepositoryKnowsItsCommit() {
        assumeTrue(LaminaBuild.class.getResource("/dev/lamina/build.properties") != null, "built without Maven");
        Optional<String> commit = LaminaBuild.current().commit();
        assumeTrue(commit.isPresent(), "built outside a repository");
        assertTrue(commit.get().matches("[0-9a-f]{40}(-dirty)?"), commit.get());
    }
}
