package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** One of several values without an order: the ⌊u K⌋th of K. */
@JsonTypeName("choice")
public record Choice(
        @Setting(meaning = "what is chosen from") List<Object> values,

        @Setting(
                defaultValue = "{}",
                meaning = "the choices under which it exists, as in {\"activation\": [\"mpelu\"]}")
        Map<String, List<Object>> when)
        implements Dimension {
    public Choice {
        values = List.copyOf(values);
        if (values.size() < 2 || new HashSet<>(values).size() < values.size()) {
            throw new BadInputException(Message.of("search.choice", values.toString()));
        }
        when = Conditions.copy(when);
    }

    @Override
    public Object value(double unit) {
        return values.get(Math.min(values.size() - 1, (int) (unit * values.size())));
    }

    @Override
    public double unit(Object value) {
        return (index(value) + 0.5) / values.size();
    }

    /**
     * Which one a value is.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    int index(Object value) {
        int index = values.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(value + " is none of " + values);
        }
        return index;
    }

    @Override
    public int count() {
        return values.size();
    }
}
