package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Map;

/** Whole numbers with both ends, each as likely as any other: low + ⌊u (high − low + 1)⌋. */
@JsonTypeName("integer")
public record IntegerRange(
        @Setting(meaning = "smallest value") int low,
        @Setting(meaning = "largest value") int high,

        @Setting(
                defaultValue = "{}",
                meaning = "the choices under which it exists, as in {\"activation\": [\"mpelu\"]}")
        Map<String, List<Object>> when)
        implements Dimension {
    public IntegerRange {
        Bounds.requireOrder(low, high);
        when = Conditions.copy(when);
    }

    @Override
    public Object value(double unit) {
        return (int) Math.min(high, low + (long) Math.floor(unit * width()));
    }

    @Override
    public double unit(Object value) {
        return Bounds.inUnit((((Number) value).doubleValue() - low + 0.5) / width());
    }

    @Override
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, (long) width());
    }

    private double width() {
        return (double) high - low + 1;
    }
}
