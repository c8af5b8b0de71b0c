package dev.lamina.nn.head;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a loss reads, or its gradients in that: values of a program, their memory, or the numbers of one example. */
public record LossInputs<T>(Map<LossInput, T> values) {
    public LossInputs {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    public static <T> LossInputs<T> ofLogits(T logits) {
        return new LossInputs<>(Map.of(LossInput.LOGITS, logits));
    }

    public static <T> LossInputs<T> of(Set<LossInput> read, Function<LossInput, T> value) {
        Map<LossInput, T> values = new EnumMap<>(LossInput.class);
        read.forEach(input -> values.put(input, value.apply(input)));
        return new LossInputs<>(values);
    }

    /** @throws IllegalArgumentException if it is not read */
    public T get(LossInput input) {
        T value = values.get(input);
        if (value == null) {
            throw new IllegalArgumentException("a loss of " + values.keySet() + " does not read " + input);
        }
        return value;
    }

    /** In the order of {@link LossInput}. */
    public List<T> all() {
        return List.copyOf(values.values());
    }

    public <U> LossInputs<U> map(BiFunction<LossInput, T, U> change) {
        return of(values.keySet(), input -> change.apply(input, get(input)));
    }
}
