package dev.lamina.reproduce;

/** Classifiers on raw pixels. */
enum PixelMethod {
    SOFTMAX("softmax", "softmax regression"),
    NEIGHBORS("neighbors", "5 nearest neighbors"),
    WNLL("wnll", "WNLL"),
    /** With the kernel as the paper's text has it. */
    WNLL_PAPER("wnll-paper", "WNLL, paper's text");

    private final String id;
    private final String label;

    PixelMethod(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
