package dev.lamina.ui.fx;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;

/** Listens on behalf of a part of the window to what lives longer than it, such as the language, and does not keep it. */
public final class WhileUsed {
    private WhileUsed() {}

    /** Does something at each change, for as long as the part is in use. FX thread. */
    public static void listen(Node part, Observable observed, Runnable work) {
        InvalidationListener listener = _ -> work.run();
        // Held by the part alone: both go together.
        part.getProperties().put(listener, observed);
        observed.addListener(new WeakInvalidationListener(listener));
    }
}
