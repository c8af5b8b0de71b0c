package dev.lamina.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Leads java.util.logging to the log file instead of the terminal. java.util.logging makes one when something is logged for
 * the first time; until then nothing of it is loaded.
 */
public final class LogSetup {
    private static final String OWN_CLASS = "java.util.logging.config.class";
    private static final String OWN_FILE = "java.util.logging.config.file";
    private static final String SETTINGS =
            "handlers = " + LogHandler.class.getName() + "\n.level = WARNING\ndev.lamina.level = INFO\n";

    /** Called by java.util.logging. */
    public LogSetup() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
    }

    /** Names this class to java.util.logging; what a user has set up for it wins. Before anything is logged. */
    public static void prepare() {
        if (System.getProperty(OWN_CLASS) == null && System.getProperty(OWN_FILE) == null) {
            System.setProperty(OWN_CLASS, LogSetup.class.getName());
        }
    }
}
