package dev.lamina.ui.inspector;

import dev.lamina.config.SettingValues;
import dev.lamina.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Optional;

/** Settings as the texts of a form: values as typed, ranges, defaults. */
final class SettingText {
    private static final double LARGE = 1e15;

    private SettingText() {}

    /** A value as a person would type it. */
    static String of(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case String text -> text;
            default -> SettingValues.json(value);
        };
    }

    /** What was typed, as JSON; a text gets its quotes. */
    static String json(RecordComponent component, String typed) {
        return component.getType() == String.class ? SettingValues.json(typed) : typed.strip();
    }

    /** "1 … 255", empty where everything is allowed. */
    static String range(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null || (Double.isInfinite(setting.min()) && Double.isInfinite(setting.max()))) {
            return "";
        }
        if (Double.isInfinite(setting.max())) {
            return (setting.minExclusive() ? "> " : "≥ ") + number(setting.min());
        }
        if (Double.isInfinite(setting.min())) {
            return (setting.maxExclusive() ? "< " : "≤ ") + number(setting.max());
        }
        return number(setting.min())
                + (setting.minExclusive() ? " < … " : " … ")
                + (setting.maxExclusive() ? "< " : "")
                + number(setting.max());
    }

    static Optional<String> defaultOf(RecordComponent component) {
        return SettingValues.defaultOf(component).map(SettingText::of).map(text -> text.replace("\"", ""));
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGE) {
            return String.valueOf((long) value);
        }
        boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
        return plain
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value).replace(".0E", "e").replace('E', 'e');
    }
}
