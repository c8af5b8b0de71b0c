package dev.lamina;

import dev.lamina.cli.AttachedProcess;
import dev.lamina.launch.ChildJvm;
import dev.lamina.launch.ProcessImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Starts the program again with the options it needs, as if it had been started so. */
final class Relaunch {
    /**
     * Until the vector kernels are compiled every vector is an object; the default collector answers that garbage by
     * growing the heap by hundreds of megabytes, which training never needs again.
     */
    private static final List<String> SMALL_HEAP = List.of("-XX:+UseSerialGC", "-Xmn64m");

    private Relaunch() {}

    /** In this very process where the system can do that, and does not return; else in a child, whose exit code it returns. */
    static int withOptions(String[] args) {
        List<String> command = command(args);
        if (ProcessImage.isReplaceable()) {
            System.out.flush();
            System.err.flush();
            ProcessImage.replace(command);
        }
        return AttachedProcess.run(command);
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
