package dev.lamina.ui.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settings as the texts of a form: values as typed, ranges, defaults. */
final class SettingText {
    private SettingText() {}

    /** A value as a person would type it; of a record its id. */
    static String of(Object value) {
        return switch (value) {
            case Number number -> number(number);
            case Enum<?> constant -> word(constant);
            case Record record -> id(record);
            case List<?> list -> list.stream().map(SettingText::of).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** 0.0005 rather than 5.0E-4, 10 rather than 10.0. */
    static String number(Object number) {
        BigDecimal value = new BigDecimal(number.toString()).stripTrailingZeros();
        int exponent = value.precision() - value.scale() - 1;
        return exponent < -6 || exponent > 12 ? value.toString() : value.toPlainString();
    }

    /** The id by which a file names the type of a value. */
    static String id(Object value) {
        return RecordModel.name(value.getClass());
    }

    private static String word(Enum<?> constant) {
        try {
            return Optional.ofNullable(constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(JsonProperty.class))
                    .map(JsonProperty::value)
                    .orElse(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** "1 … 255", empty where everything is allowed. */
    static String range(Setting setting) {
        String least = Double.isInfinite(setting.min()) ? "" : grouped(setting.min());
        String most = Double.isInfinite(setting.max()) ? "" : grouped(setting.max());
        if (most.isEmpty()) {
            return least.isEmpty() ? "" : (setting.minExclusive() ? "> " : "≥ ") + least;
        }
        if (least.isEmpty()) {
            return (setting.maxExclusive() ? "< " : "≤ ") + most;
        }
        return least + (setting.minExclusive() ? " < … " : " … ") + (setting.maxExclusive() ? "< " : "") + most;
    }

    /** 1,000,000 rather than 1000000. */
    private static String grouped(double number) {
        boolean large = number == Math.rint(number) && Math.abs(number) >= 10_000 && Math.abs(number) < 1e15;
        return large ? String.format(Locale.ROOT, "%,d", (long) number) : number(number);
    }

    /** Range and default in one line, for below a control. */
    static String limits(RecordComponent component, Vocabulary words) {
        List<String> parts = new ArrayList<>();
        Setting setting = component.getAnnotation(Setting.class);
        if (setting != null) {
            String range = range(setting);
            if (!range.isEmpty()) {
                parts.add(range);
            }
            String usual = setting.defaultValue();
            if (!usual.isEmpty() && !usual.startsWith("{") && !usual.equals("[]")) {
                parts.add(words.get("form.default", defaultText(component, usual, words)));
            }
        }
        return String.join("  ·  ", parts);
    }

    private static String defaultText(RecordComponent component, String json, Vocabulary words) {
        String plain = json.replaceAll("[\"\\[\\]]", "");
        Class<?> type = component.getType();
        if (type.isSealed()) {
            return words.type(plain);
        }
        if (type.isEnum()) {
            return words.constant(plain);
        }
        if (type == boolean.class || type == Boolean.class) {
            return words.get("form." + plain);
        }
        return type.isPrimitive() ? number(plain) : plain;
    }
}
