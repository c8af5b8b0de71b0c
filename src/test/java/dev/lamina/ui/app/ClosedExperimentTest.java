package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lamina.message.Language;
import dev.lamina.ui.fx.Appearance;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedExperimentTest {
    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;

    /** Each takes some megabytes, and a window may be open for weeks. */
    @Test
    void anExperimentThatIsClosedIsLetGo() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            // Without a window the toolkit never takes note of what has left the scene.
            screen.show();
            WeakReference<Node> closed = opened(screen);
            opened(screen);
            for (int waited = 0; closed.get() != null && waited < PATIENCE_MILLIS; waited += 100) {
                System.gc();
                Thread.sleep(100);
                screen.layout();
            }
            assertNull(closed.get(), "something that lives as long as the window holds it");
        }
    }

    private static WeakReference<Node> opened(Screen screen) throws Exception {
        screen.fx(() -> {
            screen.workbench.show(
                    ExperimentDocument.unsaved(Template.quickStart().config()));
            return null;
        });
        screen.layout();
        return new WeakReference<>(screen.fx(() -> screen.workbench.experimentPane()));
    }
}
