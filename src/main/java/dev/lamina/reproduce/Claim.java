package dev.lamina.reproduce;

import dev.lamina.message.Message;
import java.util.Optional;

/**
 * What a paper says in kind: that a difference is above 0.
 *
 * @param difference as measured here; empty where a part of it is not there yet
 */
public record Claim(Message text, Verdict verdict, Optional<Difference> difference) {
    static Claim above(Message text, Optional<Difference> difference) {
        return new Claim(text, difference.map(Verdict::above).orElse(Verdict.NOT_MEASURED), difference);
    }

    /** The verdict with the figures it rests on. */
    public Message sentence() {
        Message word = Message.of(
                switch (verdict) {
                    case HOLDS -> "reproduce.holds";
                    case DOES_NOT_HOLD -> "reproduce.holdsNot";
                    case UNDECIDED -> "reproduce.undecided";
                    case NOT_MEASURED -> "reproduce.notMeasured";
                });
        return difference.map(d -> figures(word, d)).orElse(word).at(text);
    }

    private static Message figures(Message word, Difference d) {
        if (d.seeds() == 0) {
            return Message.of("reproduce.exactDifference", word, d.mean());
        }
        return d.standardError()
                .map(error -> Message.of("reproduce.differenceOfSeeds", word, d.mean(), error, d.seeds()))
                .orElse(Message.of("reproduce.differenceOfOneSeed", word, d.mean()));
    }
}
