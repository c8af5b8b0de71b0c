package dev.lamina.bench;

import dev.lamina.launch.ChildJvm;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Map;

/** A library that can train the networks of the comparison in a process of its own. */
public interface Contestant {
    /** As in a table. */
    String name();

    List<Mode> modes();

    /**
     * Class and arguments of its worker, which speaks the protocol of {@link WorkerLoop} on its standard streams.
     *
     * @param workload a network's id or another word the contestant knows
     */
    List<String> command(Mode mode, String workload, int threads);

    /** The whole command line of its worker; a Java process like this one unless it needs another. */
    default List<String> process(Mode mode, String workload, int threads) {
        List<String> worker = command(mode, workload, threads);
        return ChildJvm.here().command(worker.getFirst(), worker.subList(1, worker.size()));
    }

    /** Variables its worker needs from the start. */
    Map<String, String> environment(int threads);

    /**
     * The contestant of this class, which has a constructor without parameters.
     *
     * @throws BadInputException if there is none on the class path
     */
    static Contestant of(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(Contestant.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new BadInputException(Message.of("bench.noContestant").at(Message.of("bench.peer", className)), e);
        }
    }
}
