package dev.lamina.reproduce;

import dev.lamina.message.Message;
import java.util.Optional;

/** What a paper says in kind, and whether the medians measured here agree; empty where they are not there yet. */
public record Claim(Message text, Optional<Boolean> holds) {
    /** For tables. */
    public Message verdict() {
        return Message.of(
                holds.map(yes -> yes ? "reproduce.holds" : "reproduce.holdsNot").orElse("reproduce.notMeasured"));
    }
}
