package dev.lamina.ui.fx;

import java.util.logging.Logger;

/**
 * JavaFX's remark at its start that it was found on the class path and not on the module path. Lamina is one jar with its
 * libraries beside it, and works so; what else JavaFX logs is passed on.
 */
public final class ClassPathRemark {
    private static final String BEGINNING = "Unsupported JavaFX configuration: classes were loaded from";

    /** Kept, because the log manager forgets loggers that nobody holds, and their filters with them. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private ClassPathRemark() {}

    /** To be called before the toolkit starts. */
    public static void silence() {
        JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith(BEGINNING));
    }
}
