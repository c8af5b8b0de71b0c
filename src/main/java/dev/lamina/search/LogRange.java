package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Map;

/** Positive numbers, each order of magnitude as likely as any other: low (high / low)^u. */
@JsonTypeName("log")
public record LogRange(
        @Setting(min = 0, minExclusive = true, meaning = "smallest value")
        double low,

        @Setting(min = 0, minExclusive = true, meaning = "largest value")
        double high,

        @Setting(
                defaultValue = "{}",
                meaning = "the choices under which it exists, as in {\"activation\": [\"mpelu\"]}")
        Map<String, List<Object>> when)
        implements Dimension {
    public LogRange {
        Bounds.requireOrder(low, high);
        when = Conditions.copy(when);
    }

    @Override
    public Object value(double unit) {
        return Math.clamp(low * Math.exp(unit * Math.log(high / low)), low, high);
    }

    @Override
    public double unit(Object value) {
        return Bounds.inUnit(Math.log(((Number) value).doubleValue() / low) / Math.log(high / low));
    }

    @Override
    public int count() {
        return 0;
    }
}
