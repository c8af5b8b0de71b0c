package dev.lamina.reproduce;

import dev.lamina.message.Message;

/** Classifiers on raw pixels. */
enum PixelMethod {
    SOFTMAX("softmax"),
    NEIGHBORS("neighbors"),
    /** Of the graph, with p = 3. */
    P_LAPLACIAN("p-laplacian"),
    WNLL("wnll"),
    /** With the kernel as the paper's text has it. */
    WNLL_PAPER("wnll-paper");

    private final String id;

    PixelMethod(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    Message label() {
        return Message.of("reproduce.method." + id);
    }
}
