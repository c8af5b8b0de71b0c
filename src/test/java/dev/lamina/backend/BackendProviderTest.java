package dev.lamina.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendProviderTest {
    private static List<String> ids() {
        return BackendProvider.all().stream().map(BackendProvider::id).toList();
    }

    @Test
    void theBackendsOfEveryBuildAreFound() {
        assertTrue(ids().containsAll(List.of("cpu", "reference")), ids().toString());
    }

    /** As after a build with a profile that brought a backend, followed by one without. */
    @Test
    void aProviderThatIsListedWithoutBeingThereIsPassedOver(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(BackendProvider.class.getName()), "dev.lamina.backend.gone.GoneProvider\n");
        List<String> before = ids();
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try (URLClassLoader stale = new URLClassLoader(new URL[] {folder.toUri().toURL()}, own)) {
            thread.setContextClassLoader(stale);
            assertEquals(before, ids());
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
