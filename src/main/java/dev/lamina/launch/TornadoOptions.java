package dev.lamina.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of a virtual machine in which TornadoVM works. Where an option stands twice the last one wins, so what
 * overrides the SDK's file comes after it.
 */
final class TornadoOptions {
    /** Tells the backend which device, counted over all drivers in their order. */
    static final String DEVICE = "lamina.tornado.device";

    private static final String MEMORY = "-Dtornado.device.memory=";

    /** What the SDK's file brings itself, in a process that was started with it, and what is set anew below. */
    private static final List<String> REPLACED =
            List.of("--module-path", "--upgrade-module-path", "-p=", "-D" + DEVICE, "-Dtornado.load.");

    private TornadoOptions() {}

    /**
     * @param inherited options of the calling process
     * @param memoryBytes of the device, which TornadoVM takes for 4 GiB otherwise; not positive if unknown
     */
    static List<String> of(TornadoSdk sdk, int device, long memoryBytes, List<String> inherited) {
        List<String> kept = inherited.stream().filter(TornadoOptions::isTaken).toList();
        List<String> options = new ArrayList<>();
        options.add("@" + sdk.argumentFile());
        if (kept.stream().anyMatch(TornadoOptions::choosesCollector)) {
            // The file chooses one already, and two are an error.
            options.add("-XX:-UseParallelGC");
        }
        options.addAll(kept);
        // Otherwise a kernel that cannot be compiled runs as plain Java, slowly and wrongly.
        options.add("-Dtornado.recover.bailout=False");
        options.add("-Dtornado.tvm.maxbytecodesize=262144");
        // Closing one program unpins the memory of all, also what another's recorded graph still copies from.
        options.add("-Dtornado.cuda.host.pinning=false");
        if (memoryBytes > 0 && kept.stream().noneMatch(option -> option.startsWith(MEMORY))) {
            options.add(MEMORY + memoryBytes);
        }
        options.add("-D" + DEVICE + "=" + device);
        // The file's own begins with the working folder.
        options.addAll(List.of("--module-path", sdk.modules().toString()));
        return options;
    }

    /** Assertions of the whole class path stop the compiler of kernels; those of Lamina's packages may stay. */
    private static boolean isTaken(String option) {
        return !option.matches("-ea|-enableassertions|-esa|-enablesystemassertions")
                && REPLACED.stream().noneMatch(option::startsWith);
    }

    private static boolean choosesCollector(String option) {
        return option.matches("-XX:\\+Use\\w+GC") && !option.equals("-XX:+UseParallelGC");
    }
}
