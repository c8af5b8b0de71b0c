package dev.lamina.backend;

import java.util.Optional;

/** A device that executes programs. */
public interface Backend {
    /** Kebab-case id, as on the command line: "reference", "cpu". */
    String id();

    /** What it runs on. */
    DeviceDescription device();

    /** Whether sessions live in the machine's own memory, not in a device's. */
    default boolean takesMachineMemory() {
        return true;
    }

    /** Which of the settings it cannot serve on this machine, the first one if there are several; empty if it serves all. */
    Optional<UnservedSetting> unserved(SessionSettings settings);

    /**
     * A session with no parameters yet.
     *
     * @throws dev.lamina.tensor.BadInputException if a setting is {@link #unserved}
     */
    Session open(SessionSettings settings);
}
