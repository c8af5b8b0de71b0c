package dev.lamina.ui.form;

import dev.lamina.message.Message;
import dev.lamina.setting.Records;
import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets values within records, within all of them at once, under the rules by which files are read. */
public final class RecordSettings implements SettingTarget {
    /** Hears of every sound change. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called with each change that is sound.
         *
         * @param records as they are to be, in the order given
         * @param setting the name of what was changed
         */
        void changed(List<Record> records, String setting);
    }

    private final Listener listener;
    private final Runnable settled;
    private List<Record> records = List.of();

    /** @param settled called when a person is done with a setting */
    public RecordSettings(Listener listener, Runnable settled) {
        this.listener = listener;
        this.settled = settled;
    }

    /** Takes other records, and returns the settings that all of them have. */
    public List<SettingRow> take(List<? extends Record> next) {
        records = List.copyOf(next);
        return SettingRows.common(records);
    }

    @Override
    public Optional<Message> set(String path, String json) {
        try {
            List<Record> changed = new ArrayList<>();
            for (Record record : records) {
                changed.add(with(record, path, json));
            }
            if (!changed.equals(records)) {
                records = List.copyOf(changed);
                listener.changed(changed, path.substring(path.lastIndexOf('.') + 1));
            }
            return Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(e.problem());
        }
    }

    @Override
    public void settled() {
        settled.run();
    }

    private static Record with(Record record, String path, String json) {
        int dot = path.indexOf('.');
        RecordComponent component = component(record, dot < 0 ? path : path.substring(0, dot));
        Object value = dot < 0
                ? read(component, json)
                : within(Records.value(record, component), path.substring(dot + 1), json);
        return Records.with(record, component.getName(), value);
    }

    private static @Nullable Object read(RecordComponent component, String json) {
        return json.equals("null") ? null : SettingValues.read(component, json);
    }

    private static @Nullable Object within(@Nullable Object value, String path, String json) {
        return switch (value) {
            case Record inner -> with(inner, path, json);
            case List<?> list -> {
                int dot = path.indexOf('.');
                int index = Integer.parseInt(path.substring(0, dot));
                List<@Nullable Object> changed = new ArrayList<>(list);
                changed.set(index, within(list.get(index), path.substring(dot + 1), json));
                yield List.copyOf(changed);
            }
            case null, default -> throw new IllegalArgumentException("nothing to set at " + path);
        };
    }

    private static RecordComponent component(Record record, String name) {
        return Records.components(record.getClass()).stream()
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(SettingText.id(record) + " has no " + name));
    }
}
