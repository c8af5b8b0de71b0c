package dev.lamina.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of values. */
final class Values {
    private Values() {}

    static List<Value> join(List<Value> values, Optional<Value> more) {
        List<Value> all = new ArrayList<>(values);
        more.ifPresent(all::add);
        return all;
    }
}
