package dev.lamina.ui.app;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What the window is used for, which decides what has its room. */
enum Workspace {
    /** The canvas and its inspector. */
    BUILD("Shortcut+1"),
    /** The charts of the run that goes on. */
    TRAIN("Shortcut+2"),
    /** Runs beside each other. */
    EXPLORE("Shortcut+3"),
    /** What is to be printed. */
    FIGURE("Shortcut+4"),
    /** What is to be understood. */
    TEACH("Shortcut+5");

    private final String keys;

    Workspace(String keys) {
        this.keys = keys;
    }

    Ikon icon() {
        return switch (this) {
            case BUILD -> Material2OutlinedAL.ACCOUNT_TREE;
            case TRAIN -> Material2OutlinedMZ.SHOW_CHART;
            case EXPLORE -> Material2OutlinedAL.COMPARE_ARROWS;
            case FIGURE -> Material2OutlinedAL.IMAGE;
            case TEACH -> Material2OutlinedMZ.SCHOOL;
        };
    }

    /** Key of its name; {@code KEY.tip} and {@code KEY.purpose} say what it is for. */
    String key() {
        return "workspace." + name().toLowerCase(Locale.ROOT);
    }

    /** The keyboard's way there. */
    String keys() {
        return keys;
    }
}
