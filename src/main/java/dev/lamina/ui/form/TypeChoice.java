package dev.lamina.ui.form;

import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.RecordModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON that chooses a type. A key that has no default gets a sound value to begin with. */
final class TypeChoice {
    private TypeChoice() {}

    /** The id alone stands for the type with its defaults. */
    static String json(Class<?> sealed, String id) {
        RecordModel.Subtype subtype = RecordModel.subtypes(sealed).get(id);
        if (subtype == null) {
            throw new IllegalArgumentException(sealed.getSimpleName() + " has no " + id);
        }
        Set<String> asked = RecordModel.keys(subtype.type()).stream()
                .filter(key -> key.required() && !subtype.fixed().containsKey(key.name()))
                .map(RecordModel.Key::name)
                .collect(Collectors.toSet());
        String required = Arrays.stream(subtype.type().getRecordComponents())
                .filter(component -> asked.contains(component.getName()))
                .map(component -> ", \"" + component.getName() + "\": " + StartValues.json(subtype.type(), component))
                .collect(Collectors.joining());
        String type = Typed.quoted(id);
        return required.isEmpty() ? type : "{\"" + RecordModel.typeProperty(sealed) + "\": " + type + required + "}";
    }

    /** The JSON that switches a part on: its defaults, or where it has none for all a sound value. */
    static String part(String name) {
        return name.equals("validation") ? "{\"fraction\": 0.1}" : "{}";
    }

    /** The list with one more type, or one less. */
    static String toggled(List<?> list, Class<?> sealed, String id) {
        List<String> parts = new ArrayList<>();
        boolean there = false;
        for (Object part : list) {
            if (SettingText.id(part).equals(id)) {
                there = true;
            } else {
                parts.add(RecordFiles.write((Record) part).strip());
            }
        }
        if (!there) {
            parts.add(json(sealed, id));
        }
        return "[" + String.join(", ", parts) + "]";
    }
}
