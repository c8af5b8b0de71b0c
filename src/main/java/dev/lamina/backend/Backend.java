package dev.lamina.backend;

/** A device that executes programs. */
public interface Backend {
    /** Kebab-case id, as on the command line: "reference", "cpu". */
    String id();

    /** What it runs on. */
    DeviceDescription device();

    /**
     * A session with no parameters yet.
     *
     * @throws dev.lamina.tensor.BadInputException if it cannot serve these settings, saying what it can
     */
    Session open(SessionSettings settings);
}
