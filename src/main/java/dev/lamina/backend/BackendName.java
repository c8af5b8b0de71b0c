package dev.lamina.backend;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backend and one of its devices, as a configuration names them: "cpu", "tornado", "tornado:1".
 *
 * @param id kebab-case
 * @param device counted from 0, the one meant where no number is given
 */
public record BackendName(String id, int device) {
    private static final Pattern FORM = Pattern.compile("([^:]+)(?::(\\d{1,4}))?");

    /** @throws BadInputException if it is neither an id nor an id, a colon and a number */
    public static BackendName of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new BadInputException(
                    Message.of("backend.noName", Excerpt.of(text)).at("backend.name"));
        }
        return new BackendName(parts.group(1), parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return device == 0 ? id : id + ":" + device;
    }
}
