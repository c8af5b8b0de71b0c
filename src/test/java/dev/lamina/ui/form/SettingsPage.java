package dev.lamina.ui.form;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.layer.Layer;
import dev.lamina.setting.Origin;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Setting;
import dev.lamina.ui.fx.Texts;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of every setting of a configuration: key, default, range, meaning, as forms show them. */
public final class SettingsPage {
    private final Vocabulary words;
    private final boolean english;
    private final Map<Class<?>, String> sections = new LinkedHashMap<>();

    private SettingsPage(Language language) {
        words = new Vocabulary(Texts.in(language));
        english = language == Language.ENGLISH;
    }

    public static String of(Language language) {
        SettingsPage page = new SettingsPage(language);
        page.add(ExperimentConfig.class);
        page.add(Layer.class);
        page.add(Block.class);
        String head = page.english ? """
                # Settings

                Every key of a configuration, and of the layers and blocks of a network written out. What has a default may be left out.

                """ : """
                # 设置

                配置文件的全部键，以及完整写出的网络中各层与模块的键。有默认值的可以省略。

                """;
        return head
                + page.sections.values().stream()
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    private void add(Class<?> type) {
        if (sections.containsKey(type)) {
            return;
        }
        sections.put(type, "");
        if (type.isSealed()) {
            sections.put(type, family(type));
            RecordModel.subtypes(type).values().forEach(subtype -> parts(subtype.type()));
        } else if (type.isRecord()) {
            sections.put(type, "## " + type.getSimpleName() + "\n\n" + table(type));
            parts(type);
        }
    }

    /** What a record's settings are made of gets sections of its own. */
    private void parts(Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.isAnnotationPresent(Setting.class)) {
                add(element(component));
            }
        }
    }

    private static Class<?> element(RecordComponent component) {
        Type type = component.getGenericType();
        boolean holds = List.of(List.class, Optional.class).contains(component.getType());
        return RecordModel.raw(holds ? RecordModel.element(type) : type);
    }

    private String family(Class<?> sealed) {
        StringBuilder text = new StringBuilder("## " + sealed.getSimpleName() + "\n\n");
        Map<Class<?>, List<String>> ids = new LinkedHashMap<>();
        RecordModel.subtypes(sealed)
                .forEach((id, subtype) -> ids.computeIfAbsent(subtype.type(), _ -> new ArrayList<>())
                        .add(id));
        ids.forEach((type, names) -> text.append("### ")
                .append(words.type(names.getFirst()))
                .append(names.stream().distinct().collect(Collectors.joining("`, `", "\n\n`", "`")))
                .append(about(type))
                .append("\n\n")
                .append(table(type)));
        return text.toString();
    }

    /** The sentence, formula and source that F1 shows. */
    private String about(Class<?> type) {
        Origin origin = type.getAnnotation(Origin.class);
        StringBuilder text = new StringBuilder();
        if (!words.about(type).isEmpty()) {
            text.append(english ? ": " : "：").append(words.about(type));
        }
        if (origin != null && !origin.formula().isEmpty()) {
            text.append(" `").append(origin.formula()).append('`');
        }
        if (origin != null && !origin.source().isEmpty()) {
            text.append(" (").append(origin.source()).append(')');
        }
        return text.toString();
    }

    private String table(Class<?> record) {
        List<String> rows = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting != null) {
                rows.add("| `" + component.getName() + "` | " + standard(component, setting) + " | "
                        + SettingText.range(setting) + " | "
                        + unit(component)
                        + words.meaning(component).replace("|", "\\|").replace("*", "\\*") + " |\n");
            }
        }
        String head = english
                ? "| key | default | range | meaning |\n|---|---|---|---|\n"
                : "| 键 | 默认值 | 范围 | 含义 |\n|---|---|---|---|\n";
        return rows.isEmpty() ? "" : head + String.join("", rows) + "\n";
    }

    private String standard(RecordComponent component, Setting setting) {
        boolean absent = setting.defaultValue().isEmpty();
        return absent
                ? isNullable(component) ? "" : english ? "*required*" : "*必填*"
                : "`" + setting.defaultValue() + "`";
    }

    private static boolean isNullable(RecordComponent component) {
        return RecordModel.keys(component.getDeclaringRecord()).stream()
                .filter(key -> key.name().equals(component.getName()))
                .anyMatch(RecordModel.Key::nullable);
    }

    private String unit(RecordComponent component) {
        String unit = words.unit(component);
        return unit.isEmpty() ? "" : "*" + unit + "*: ";
    }
}
