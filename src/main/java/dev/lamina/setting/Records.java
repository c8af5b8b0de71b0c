package dev.lamina.setting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads records by their components and makes changed copies, whatever the record. */
public final class Records {
    private Records() {}

    public static List<RecordComponent> components(Class<?> type) {
        return List.of(type.getRecordComponents());
    }

    /** The component's value in a record. */
    public static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    /**
     * A copy with another value of one component.
     *
     * @throws dev.lamina.tensor.BadInputException if the record refuses the value
     */
    public static Record with(Record record, String component, @Nullable Object value) {
        return mapped(record, (other, old) -> other.getName().equals(component) ? value : old);
    }

    /**
     * A copy with every component's value changed by a function.
     *
     * @throws dev.lamina.tensor.BadInputException if the record refuses a value
     */
    public static Record mapped(Record record, BiFunction<RecordComponent, @Nullable Object, @Nullable Object> change) {
        List<RecordComponent> components = components(record.getClass());
        @Nullable Object[] values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = change.apply(components.get(i), value(record, components.get(i)));
        }
        return make(record.getClass(), values);
    }

    /**
     * A record of its components' values by name.
     *
     * @throws dev.lamina.tensor.BadInputException if the record refuses a value
     */
    public static <T extends Record> T of(Class<T> type, Map<String, ?> values) {
        return type.cast(make(
                type,
                components(type).stream().map(c -> values.get(c.getName())).toArray()));
    }

    private static Record make(Class<? extends Record> type, @Nullable Object[] values) {
        Class<?>[] types =
                components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(type + " cannot be made of " + Arrays.toString(values), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made of " + Arrays.toString(values), e);
        }
    }
}
