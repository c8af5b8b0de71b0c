package dev.lamina.ui.form;

import dev.lamina.config.ConfigFiles;
import dev.lamina.config.RecordModel;
import dev.lamina.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON that chooses a type. A key that has no default gets a sound value to begin with. */
final class TypeChoice {
    private static final Map<String, String> BEGINNINGS =
            Map.of("at", "[10, 15]", "every", "10", "path", "\".\"", "stageBlocks", "[2, 2, 2, 2]");

    private TypeChoice() {}

    /** The id alone stands for the type with its defaults. */
    static String json(Class<?> sealed, String id) {
        RecordModel.Subtype subtype = RecordModel.subtypes(sealed).get(id);
        if (subtype == null) {
            throw new IllegalArgumentException(sealed.getSimpleName() + " has no " + id);
        }
        String required = RecordModel.keys(subtype.type()).stream()
                .filter(key -> key.required() && !subtype.fixed().containsKey(key.name()))
                .map(key -> ", \"" + key.name() + "\": " + beginning(key))
                .collect(Collectors.joining());
        String type = Typed.quoted(id);
        return required.isEmpty() ? type : "{\"" + RecordModel.typeProperty(sealed) + "\": " + type + required + "}";
    }

    /** The JSON that switches a part on: its defaults, or where it has none for all a sound value. */
    static String part(String name) {
        return name.equals("validation") ? "{\"fraction\": 0.1}" : "{}";
    }

    private static String beginning(RecordModel.Key key) {
        String known = BEGINNINGS.get(key.name());
        if (known != null) {
            return known;
        }
        double minimum = key.setting().map(Setting::min).orElse(0.0);
        return Double.isFinite(minimum) ? SettingRows.text(Math.max(minimum, 1)) : "1";
    }

    /** The list with one more type, or one less. */
    static String toggled(List<?> list, Class<?> sealed, String id) {
        List<String> parts = new ArrayList<>();
        boolean there = false;
        for (Object part : list) {
            if (SettingRows.id(part).equals(id)) {
                there = true;
            } else {
                parts.add(ConfigFiles.write((Record) part).strip());
            }
        }
        if (!there) {
            parts.add(json(sealed, id));
        }
        return "[" + String.join(", ", parts) + "]";
    }
}
