package dev.lamina.program;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of values. */
final class Values {
    private Values() {}

    @SafeVarargs
    static List<Value> join(List<Value>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    static List<Value> join(List<Value> values, Optional<Value> more) {
        return join(values, more.stream().toList());
    }
}
