package dev.lamina.setting;

import dev.lamina.message.Message;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who wrote a name that there is not. */
public final class Suggestion {
    private Suggestion() {}

    /** The nearest of the known names, if one is as near as a slip of the pen, and all of them. */
    public static Message of(String name, Collection<String> known) {
        List<String> all = known.stream().distinct().sorted().toList();
        int most = Math.max(1, name.length() / 3);
        return all.stream()
                .filter(k -> Math.abs(k.length() - name.length()) <= most)
                .min(Comparator.comparingInt((String k) -> EditDistance.between(name, k))
                        .thenComparing(k -> k))
                .filter(k -> EditDistance.between(name, k) <= most)
                .map(k -> Message.of("setting.didYouMean", k, all))
                .orElseGet(() -> Message.of("setting.known", all));
    }
}
