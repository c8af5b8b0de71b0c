package dev.lamina.ui.app;

/** Whether there is a screen; asked before any class of the toolkit is loaded. */
public final class Display {
    private Display() {}

    /** On Linux the toolkit needs X11, which Wayland sessions offer too. */
    public static boolean available() {
        String system = System.getProperty("os.name", "");
        String display = System.getenv("DISPLAY");
        return !system.startsWith("Linux") || (display != null && !display.isBlank());
    }
}
