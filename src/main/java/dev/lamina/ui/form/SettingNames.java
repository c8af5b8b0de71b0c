package dev.lamina.ui.form;

import dev.lamina.setting.Setting;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a form calls its settings. */
final class SettingNames {
    private SettingNames() {}

    /** The translated name if there is one, else the key in words: "checkpoint every epochs". */
    static String label(Texts texts, SettingRow row) {
        String key = "setting." + row.name();
        return texts.has(key)
                ? texts.get(key)
                : row.name().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    static String unit(Texts texts, SettingRow row) {
        String unit = row.setting().map(Setting::unit).orElse("");
        return unit.isEmpty() || !texts.has("unit." + unit) ? unit : texts.get("unit." + unit);
    }

    static String meaning(Texts texts, SettingRow row) {
        String translated = "meaning." + row.path();
        return texts.has(translated)
                ? texts.get(translated)
                : row.setting().map(Setting::meaning).orElse("");
    }

    /** Meaning, range and default, for the tooltip. */
    static String explanation(Texts texts, SettingRow row) {
        List<String> lines = new ArrayList<>();
        lines.add(meaning(texts, row));
        row.setting().ifPresent(setting -> {
            String range = range(setting);
            if (!range.isEmpty()) {
                lines.add(texts.get("form.range", range));
            }
            if (!setting.defaultValue().isEmpty()) {
                lines.add(texts.get("form.default", setting.defaultValue()));
            }
        });
        lines.add(row.path());
        return String.join("\n", lines);
    }

    private static String range(Setting setting) {
        List<String> parts = new ArrayList<>();
        if (Double.isFinite(setting.min())) {
            parts.add((setting.minExclusive() ? "> " : "≥ ") + SettingRows.text(setting.min()));
        }
        if (Double.isFinite(setting.max())) {
            parts.add((setting.maxExclusive() ? "< " : "≤ ") + SettingRows.text(setting.max()));
        }
        return String.join(", ", parts);
    }
}
