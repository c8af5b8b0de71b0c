package dev.lamina.backend.tornado;

import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters and state of a session, by name. Each program has a copy of its own on the device; here stands which copy is
 * the newest, and how it gets to the host and from there to another program.
 */
final class PersistentValues {
    /** A value on the host, and the program on the device that has a newer one if the versions differ. */
    private static final class Entry {
        final Shape shape;
        float[] host;
        long version;
        long hostVersion;

        @Nullable
        DeviceProgram holder;

        Entry(Shape shape) {
            this.shape = shape;
            this.host = HostTensor.zeros(shape).values();
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if there is one of this name with another shape */
    void declare(Value value) {
        Entry entry = entries.computeIfAbsent(value.name(), _ -> new Entry(value.shape()));
        if (!entry.shape.equals(value.shape())) {
            throw new IllegalArgumentException(value.name() + ": has shape " + entry.shape
                    + " in this session, the program wants " + value.shape());
        }
    }

    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    HostTensor read(String name) {
        Entry entry = entry(name);
        refresh(entry);
        return new HostTensor(entry.shape, entry.host.clone());
    }

    void write(String name, HostTensor value) {
        Entry entry = entry(name);
        if (!value.shape().equals(entry.shape)) {
            throw new IllegalArgumentException(name + ": has shape " + entry.shape + ", not " + value.shape());
        }
        entry.host = value.values().clone();
        entry.version++;
        entry.hostVersion = entry.version;
        entry.holder = null;
    }

    /** Brings the newest values to a program where it has older ones. */
    void bringTo(DeviceProgram program) {
        Set<Value> values = program.plan().persistent().places().keySet();
        boolean current = program.isLoaded();
        for (Value value : values) {
            Long version = program.versions().get(value.name());
            current &= version != null && version == entry(value.name()).version;
        }
        if (!current) {
            values.forEach(value -> refresh(entry(value.name())));
            reload(program);
        }
    }

    /** Overwrites a program's values with those on the host. */
    void reload(DeviceProgram program) {
        program.upload(name -> entry(name).host);
        program.plan()
                .persistent()
                .places()
                .keySet()
                .forEach(value -> program.versions().put(value.name(), entry(value.name()).version));
    }

    /** A program has changed values in its copy. */
    void changed(DeviceProgram program, Collection<Value> written) {
        for (Value value : written) {
            Entry entry = entry(value.name());
            entry.version++;
            entry.holder = program;
            program.versions().put(value.name(), entry.version);
        }
    }

    /** Takes over what only this program has, before it goes. */
    void takeFrom(DeviceProgram program) {
        entries.values().stream().filter(entry -> entry.holder == program).forEach(this::refresh);
        entries.values().stream().filter(entry -> entry.holder == program).forEach(entry -> entry.holder = null);
    }

    /** Brings the newest versions of all values to the host. */
    void refresh() {
        entries.values().forEach(this::refresh);
    }

    /** Brings a value's newest version to the host, and with it all that the same program holds. */
    private void refresh(Entry entry) {
        DeviceProgram holder = entry.holder;
        if (holder == null || entry.hostVersion == entry.version) {
            return;
        }
        holder.download().forEach((name, values) -> {
            Entry held = entry(name);
            if (held.holder == holder) {
                held.host = values;
                held.hostVersion = held.version;
            }
        });
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(name + ": no program of this session has such a value");
        }
        return entry;
    }
}
