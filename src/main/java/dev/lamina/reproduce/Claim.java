package dev.lamina.reproduce;

import java.util.Optional;

/** What a paper says in kind, and whether the medians measured here agree; empty where they are not there yet. */
public record Claim(String text, Optional<Boolean> holds) {
    /** For tables. */
    public String verdict() {
        return holds.map(yes -> yes ? "holds here" : "does not hold here").orElse("not measured yet");
    }
}
