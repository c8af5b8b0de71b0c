package dev.lamina.ui.inspector;

import dev.lamina.setting.Records;
import dev.lamina.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/**
 * A form for one record or several at once, with a row for each setting they have in common, checked as it is typed.
 * Showing records again leaves in place what is being typed.
 */
public final class SettingForm extends VBox {
    /** Hears of every valid change. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called after each valid change.
         *
         * @param records as they are to be, in the order shown
         * @param setting what was changed
         */
        void changed(List<Record> records, String setting);
    }

    private final Vocabulary vocabulary;
    private final Listener listener;
    private final Map<String, SettingRow> rows = new LinkedHashMap<>();
    private List<Record> records = List.of();
    private List<RecordComponent> shown = List.of();

    public SettingForm(Vocabulary vocabulary, Listener listener) {
        this.vocabulary = vocabulary;
        this.listener = listener;
        getStyleClass().add("setting-form");
    }

    /** Shows the settings that all these records have. */
    public void show(List<? extends Record> next) {
        records = List.copyOf(next);
        List<RecordComponent> common = common(records);
        if (!common.equals(shown)) {
            rebuild(common);
        }
        rows.forEach((name, row) -> row.show(records.stream()
                .map(record -> Objects.requireNonNull(Records.value(record, component(record, name))))
                .toList()));
    }

    /** Makes every row anew, in the language of now. */
    public void relabel() {
        shown = List.of();
        show(records);
    }

    private void rebuild(List<RecordComponent> components) {
        shown = components;
        rows.clear();
        for (RecordComponent component : components) {
            rows.put(component.getName(), new SettingRow(component, vocabulary, values -> change(component, values)));
        }
        getChildren().setAll(rows.values());
    }

    /** Gives each record its value; a record that refuses it says why. */
    private void change(RecordComponent component, List<Object> values) {
        List<Record> changed = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            changed.add(Records.with(records.get(i), component.getName(), values.get(i)));
        }
        if (!changed.equals(records)) {
            records = List.copyOf(changed);
            listener.changed(changed, component.getName());
        }
    }

    private static List<RecordComponent> common(List<Record> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        return Records.components(records.getFirst().getClass()).stream()
                .filter(c -> c.isAnnotationPresent(Setting.class))
                .filter(c -> records.stream()
                        .allMatch(record ->
                                Records.components(record.getClass()).stream().anyMatch(other -> isSame(c, other))))
                .filter(c -> records.stream()
                        .allMatch(record -> Records.value(record, component(record, c.getName())) != null))
                .toList();
    }

    private static boolean isSame(RecordComponent a, RecordComponent b) {
        return a.getName().equals(b.getName()) && a.getGenericType().equals(b.getGenericType());
    }

    private static RecordComponent component(Record record, String name) {
        return Records.components(record.getClass()).stream()
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The names of the settings shown. */
    public Set<String> settings() {
        return shown.stream()
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
