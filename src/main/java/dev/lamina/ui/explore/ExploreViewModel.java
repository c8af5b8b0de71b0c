package dev.lamina.ui.explore;

import dev.lamina.archive.table.Column;
import dev.lamina.archive.table.FilterParser;
import dev.lamina.archive.table.RunTable;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The runs that are looked at and what of them is chosen: by a query, by brushes on axes, by the pointer, by pins. Every view
 * reads it and writes to it; nothing else goes from view to view. FX thread.
 */
final class ExploreViewModel {
    /** None under the pointer. */
    static final int NOTHING = -1;

    private static final int MOST_AXES = 8;
    /** What people look at first. */
    static final List<String> METRICS = List.of("validationAccuracy", "testAccuracy", "gbr");

    private final ReadOnlyObjectWrapper<RunTable> table;
    private final ReadOnlyObjectWrapper<BitSet> found = new ReadOnlyObjectWrapper<>(new BitSet());
    private final ReadOnlyObjectWrapper<BitSet> chosen = new ReadOnlyObjectWrapper<>(new BitSet());
    private final ReadOnlyObjectWrapper<Optional<Message>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<List<Axis>> axes = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Map<String, Brush>> brushes = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<BitSet> pinned = new SimpleObjectProperty<>(new BitSet());
    private final IntegerProperty hovered = new SimpleIntegerProperty(NOTHING);
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty color = new SimpleStringProperty("");
    private final Map<String, Axis> known = new HashMap<>();

    ExploreViewModel() {
        table = new ReadOnlyObjectWrapper<>(RunTable.EMPTY);
        query.addListener(_ -> find());
        brushes.addListener(_ -> choose());
    }

    /** Other runs, or the same as they are now; what was chosen by query and brushes stays. */
    void take(RunTable read) {
        List<Path> pins = pinned.get().stream().mapToObj(table.get()::folder).toList();
        known.clear();
        hovered.set(NOTHING);
        table.set(read);
        BitSet again = new BitSet();
        for (int row = 0; row < read.size(); row++) {
            again.set(row, pins.contains(read.folder(row)));
        }
        pinned.set(again);
        List<String> before =
                axes.get().stream().map(axis -> axis.column().name()).toList();
        List<String> still =
                before.stream().filter(name -> read.find(name).isPresent()).toList();
        showAxes(still.isEmpty() ? standardAxes() : still);
        if (read.find(color.get()).isEmpty() || color.get().isEmpty()) {
            color.set(METRICS.stream()
                    .filter(name -> read.find(name).isPresent())
                    .findFirst()
                    .orElse(""));
        }
        find();
    }

    /** Settings that differ, the seed aside, and the metrics that are looked at most. */
    private List<String> standardAxes() {
        RunTable read = table.get();
        List<String> settings =
                read.hyperparameters().stream().map(Column::name).toList();
        List<String> metrics =
                METRICS.stream().filter(name -> read.find(name).isPresent()).toList();
        return Stream.concat(settings.stream().limit(MOST_AXES - metrics.size()), metrics.stream())
                .toList();
    }

    void showAxes(List<String> names) {
        Map<String, Brush> left = new HashMap<>(brushes.get());
        left.keySet().retainAll(names);
        axes.set(names.stream().map(this::axis).toList());
        brushes.set(left);
    }

    /** Puts an axis at another place. */
    void moveAxis(String name, int place) {
        List<String> names = new ArrayList<>(
                axes.get().stream().map(axis -> axis.column().name()).toList());
        names.remove(name);
        names.add(Math.clamp(place, 0, names.size()), name);
        showAxes(names);
    }

    Axis axis(String name) {
        return known.computeIfAbsent(
                name, key -> Axis.of(table.get().column(key), table.get().size()));
    }

    private void find() {
        try {
            found.set(FilterParser.parse(query.get()).rows(table.get()));
            fault.set(Optional.empty());
        } catch (BadInputException e) {
            fault.set(Optional.of(e.problem()));
        }
        choose();
    }

    private void choose() {
        BitSet rows = (BitSet) found.get().clone();
        brushes.get().forEach((name, brush) -> {
            Axis axis = axis(name);
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                if (!brush.holds(axis.unit(row))) {
                    rows.clear(row);
                }
            }
        });
        chosen.set(rows);
    }

    /** Chooses a part of an axis; nothing takes the brush away. */
    void brush(String name, Optional<Brush> brush) {
        Map<String, Brush> changed = new HashMap<>(brushes.get());
        brush.ifPresentOrElse(given -> changed.put(name, given), () -> changed.remove(name));
        brushes.set(Map.copyOf(changed));
    }

    void togglePin(int row) {
        BitSet changed = (BitSet) pinned.get().clone();
        changed.flip(row);
        pinned.set(changed);
    }

    /** Says why something could not be done, until the query or the runs change. */
    void refuse(Message why) {
        fault.set(Optional.of(why));
    }

    ReadOnlyObjectProperty<RunTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** Rows for which the query holds. */
    ReadOnlyObjectProperty<BitSet> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Of those, the rows that lie in every brush. */
    ReadOnlyObjectProperty<BitSet> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Why the query is none. */
    ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    ObjectProperty<List<Axis>> axesProperty() {
        return axes;
    }

    ObjectProperty<Map<String, Brush>> brushesProperty() {
        return brushes;
    }

    ObjectProperty<BitSet> pinnedProperty() {
        return pinned;
    }

    /** The row under the pointer, in whichever view it is. */
    IntegerProperty hoveredProperty() {
        return hovered;
    }

    StringProperty queryProperty() {
        return query;
    }

    /** The column by which lines and points are colored; empty for none. */
    StringProperty colorProperty() {
        return color;
    }
}
