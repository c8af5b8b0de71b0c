package dev.lamina.bench;

import java.util.List;
import java.util.Map;

/** A library that can train the networks of the comparison in a process of its own. */
public interface Contestant {
    /** As in a table. */
    String name();

    List<Mode> modes();

    /** Class and arguments of its worker, which speaks the protocol of {@link WorkerLoop} on its standard streams. */
    List<String> command(Task task);

    /** Variables its worker needs from the start. */
    Map<String, String> environment(Task task);
}
