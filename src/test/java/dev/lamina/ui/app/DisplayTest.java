package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DisplayTest {
    private static <T extends Throwable> T at(T error, String... places) {
        StackTraceElement[] frames = new StackTraceElement[places.length];
        for (int i = 0; i < places.length; i++) {
            int dot = places[i].lastIndexOf('.');
            frames[i] = new StackTraceElement(places[i].substring(0, dot), places[i].substring(dot + 1), null, 1);
        }
        error.setStackTrace(frames);
        return error;
    }

    @Test
    void whatTheToolkitSaysBeforeAnyWindowIsAReasonToGoWithoutOne() {
        Throwable gtk = at(
                new UnsupportedOperationException("Unable to open DISPLAY"),
                "com.sun.glass.ui.gtk.GtkApplication.<init>",
                "java.lang.Thread.run");
        Throwable missing = at(
                new RuntimeException("toolkit", new UnsatisfiedLinkError("libgtk-3.so.0: no such file\nmore")),
                "javafx.application.Application.launch",
                "dev.lamina.ui.app.WorkbenchApp.open",
                "dev.lamina.Lamina.main");
        missing.getCause().setStackTrace(new StackTraceElement[0]);
        assertFalse(Display.isOwn(gtk));
        assertEquals("Unable to open DISPLAY", Display.reason(gtk));
        assertFalse(Display.isOwn(missing));
        assertEquals("libgtk-3.so.0: no such file", Display.reason(missing));
    }

    @Test
    void anErrorOfTheWindowItselfIsNone() {
        Throwable own = at(new IllegalStateException("resource is missing"), "dev.lamina.ui.app.WorkbenchApp.start");
        assertTrue(Display.isOwn(at(new RuntimeException("Exception in Application start method", own))));
    }
}
