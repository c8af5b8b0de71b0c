package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Map;

/** Real numbers, each as likely as any other: low + u (high − low). */
@JsonTypeName("linear")
public record LinearRange(
        @Setting(meaning = "smallest value") double low,
        @Setting(meaning = "largest value") double high,

        @Setting(
                defaultValue = "{}",
                meaning = "the choices under which it exists, as in {\"activation\": [\"mpelu\"]}")
        Map<String, List<Object>> when)
        implements Dimension {
    public LinearRange {
        Bounds.requireOrder(low, high);
        when = Conditions.copy(when);
    }

    @Override
    public Object value(double unit) {
        return low + unit * (high - low);
    }

    @Override
    public double unit(Object value) {
        return Bounds.inUnit((((Number) value).doubleValue() - low) / (high - low));
    }

    @Override
    public int count() {
        return 0;
    }
}
