package dev.lamina.testing;

import dev.lamina.launch.VectorModule;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Loads the module of the vector kernels before the first test, as the program does before anything else. */
public final class VectorModuleSession implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        VectorModule.load();
    }
}
