package dev.lamina.backend.cases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Walks sealed hierarchies. */
public final class SealedTypes {
    private SealedTypes() {}

    /** All types below {@code type} that permit no others. */
    public static Set<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return new HashSet<>(Set.of(type));
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(permitted -> leaves(permitted).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
