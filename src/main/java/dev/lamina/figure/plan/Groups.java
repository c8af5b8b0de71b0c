package dev.lamina.figure.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of a table by what they have in common. */
final class Groups {
    private Groups() {}

    /** By the values of a column, numbers in their order, others as they first appear; all in one group for no column. */
    static Map<String, List<Row>> by(String column, List<Row> rows) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            String value = column.isEmpty() ? "" : row.value(column);
            groups.computeIfAbsent(value, _ -> new ArrayList<>()).add(row);
        }
        if (!groups.keySet().stream().allMatch(value -> Numbers.parsed(value) != null)) {
            return groups;
        }
        Map<String, List<Row>> ordered = new TreeMap<>(Condition::order);
        ordered.putAll(groups);
        return ordered;
    }

    /** The numbers of one column by those of another, in order; rows that lack one of them are left out. */
    static Map<Double, List<Double>> numbers(List<Row> rows, String x, String y) {
        Map<Double, List<Double>> numbers = new TreeMap<>();
        for (Row row : rows) {
            Double across = Numbers.parsed(row.value(x));
            Double upward = Numbers.parsed(row.value(y));
            if (across != null && upward != null) {
                numbers.computeIfAbsent(across, _ -> new ArrayList<>()).add(upward);
            }
        }
        return numbers;
    }

    /** The numbers of one column by the texts of another, in their order; rows that lack one of them are left out. */
    static Map<String, List<Double>> byText(List<Row> rows, String x, String y) {
        Map<String, List<Double>> numbers = new LinkedHashMap<>();
        by(x, rows).forEach((value, group) -> {
            List<Double> found = new ArrayList<>();
            for (Row row : group) {
                Double number = Numbers.parsed(row.value(y));
                if (number != null) {
                    found.add(number);
                }
            }
            if (!found.isEmpty() && !value.isEmpty()) {
                numbers.put(value, found);
            }
        });
        return numbers;
    }
}
