package dev.lamina;

import dev.lamina.cli.AttachedProcess;
import dev.lamina.launch.ChildJvm;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Runs the program in a child process with the options it needs, as if it were this process. */
final class Relaunch {
    /**
     * Until the vector kernels are compiled every vector is an object; the default collector answers that garbage by
     * growing the heap by hundreds of megabytes, which training never needs again.
     */
    private static final List<String> SMALL_HEAP = List.of("-XX:+UseSerialGC", "-Xmn64m");

    private Relaunch() {}

    /** Returns the child's exit code. Signals to this process end the child first. */
    static int withOptions(String[] args) {
        return AttachedProcess.run(command(args));
    }

    private static List<String> command(String[] args) {
        List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
        List<String> options = new ArrayList<>();
        if (own.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
            options.addAll(SMALL_HEAP);
        }
        options.addAll(own);
        return ChildJvm.with(options).command(List.of(args));
    }
}
