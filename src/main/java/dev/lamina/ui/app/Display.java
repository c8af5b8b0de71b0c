package dev.lamina.ui.app;

/** Whether there is a screen, asked before any class of the toolkit is loaded, and why none can be used. */
public final class Display {
    private Display() {}

    /** On Linux the toolkit needs X11, which Wayland sessions offer too. */
    public static boolean available() {
        String system = System.getProperty("os.name", "");
        String display = System.getenv("DISPLAY");
        return !system.startsWith("Linux") || (display != null && !display.isBlank());
    }

    /** Whether an error comes from the window's own code, once the toolkit had started. */
    static boolean isOwn(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                boolean own = frame.getClassName().startsWith("dev.lamina.");
                boolean launching = frame.getMethodName().equals("open")
                        || frame.getMethodName().equals("main");
                if (own && !launching) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the toolkit says in its innermost error, in one line. */
    static String reason(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        return message.isBlank() ? cause.toString() : message.strip();
    }
}
