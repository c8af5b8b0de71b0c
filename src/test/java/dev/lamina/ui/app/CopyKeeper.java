package dev.lamina.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The autosave of a window in a process of its own, which a test kills: keeps one experiment and lives on until then. */
final class CopyKeeper {
    private CopyKeeper() {}

    /** The folder where windows remember, and the experiment's name. */
    public static void main(String[] args) throws IOException {
        ExperimentDocument document =
                ExperimentDocument.unsaved(Template.quickStart().config());
        document.set("name", "\"" + args[1] + "\"");
        new Recovery(Path.of(args[0])).keep(document);
        System.out.println("kept");
        System.out.flush();
        // Lives until it is killed, or its parent has gone.
        int end = System.in.read();
        System.exit(end < 0 ? 0 : 1);
    }

    /** Starts one and waits until its copy is there. */
    static Process start(Path memory, String name) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyKeeper.class.getName(),
                        memory.toString(),
                        name))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = process.inputReader().readLine();
        if (!"kept".equals(line)) {
            process.destroyForcibly();
            throw new IOException("the window said " + line);
        }
        return process;
    }
}
