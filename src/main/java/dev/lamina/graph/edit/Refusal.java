package dev.lamina.graph.edit;

import dev.lamina.message.Message;
import java.util.List;

/**
 * Why an edit cannot be done, without words of a language.
 *
 * @param reason kebab-case id ("cycle")
 * @param details names and, for shapes, the layer's own {@link Message}
 */
public record Refusal(String reason, List<Object> details) {
    public Refusal {
        details = List.copyOf(details);
    }

    static Refusal of(String reason, Object... details) {
        return new Refusal(
                reason,
                List.of(details).stream()
                        .map(detail -> detail instanceof Message ? detail : String.valueOf(detail))
                        .toList());
    }
}
