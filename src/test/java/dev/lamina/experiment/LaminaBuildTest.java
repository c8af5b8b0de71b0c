package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaminaBuildTest {
    @TempDir
    private Path folder;

    private Path jar(String commit) throws IOException {
        Manifest manifest = new Manifest();
        Attributes said = manifest.getMainAttributes();
        said.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        said.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
        if (commit != null) {
            said.put(new Attributes.Name(LaminaBuild.COMMIT), commit);
        }
        Path jar = folder.resolve("lamina.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }

    @Test
    void theCommitIsThatOfTheJarsManifest() throws IOException {
        assertEquals(new LaminaBuild("1.2.3", Optional.of("0123abc")), LaminaBuild.of(jar("0123abc")));
        assertEquals(new LaminaBuild("1.2.3", Optional.empty()), LaminaBuild.of(jar(null)));
        assertEquals(new LaminaBuild("1.2.3", Optional.empty()), LaminaBuild.of(jar(" ")));
    }

    @Test
    void classesInAFolderHaveNoCommit() {
        assertEquals(new LaminaBuild("development", Optional.empty()), LaminaBuild.of(folder));
    }
}
