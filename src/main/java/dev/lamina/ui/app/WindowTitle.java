package dev.lamina.ui.app;

/** What names the open experiment. */
final class WindowTitle {
    private WindowTitle() {}

    /** The name; a dot behind it marks changes that no file holds. */
    static String of(ExperimentDocument document) {
        return document.config().name() + (document.changedProperty().get() ? " ●" : "");
    }
}
