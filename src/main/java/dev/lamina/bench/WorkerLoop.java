package dev.lamina.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * The worker's side of the protocol. Lines in, lines out:
 *
 * <pre>
 *            ▶ ready
 *   step 3   ▶ ms 61.22 60.97 61.05
 *   quit     (or the end of the input)
 * </pre>
 */
public final class WorkerLoop {
    static final String READY = "ready";
    static final String STEP = "step ";
    static final String MILLISECONDS = "ms";
    private static final double NANOSECONDS = 1e6;

    private WorkerLoop() {}

    /**
     * Serves until told to quit. The step has been prepared; it runs on the calling thread.
     *
     * @throws IOException if the input cannot be read
     */
    public static void serve(BufferedReader in, PrintWriter out, Runnable step) throws IOException {
        out.println(READY);
        out.flush();
        for (String line = in.readLine(); line != null && line.startsWith(STEP); line = in.readLine()) {
            int count = Integer.parseInt(line.substring(STEP.length()).strip());
            StringBuilder reply = new StringBuilder(MILLISECONDS);
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                step.run();
                reply.append(String.format(Locale.ROOT, " %.4f", (System.nanoTime() - start) / NANOSECONDS));
            }
            out.println(reply);
            out.flush();
        }
    }
}
