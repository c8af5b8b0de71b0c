package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerLoopTest {
    @Test
    void everyStepAskedForIsRunAndTimed() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        List<String> replies = talk("step 3\nstep 1\n", steps::incrementAndGet);
        assertEquals(4, steps.get());
        assertEquals("ready", replies.getFirst());
        assertTrue(replies.get(1).matches("ms( \\d+\\.\\d{4}){3}"), replies.get(1));
        assertTrue(replies.get(2).matches("ms \\d+\\.\\d{4}"), replies.get(2));
    }

    @Test
    void quitEndsTheLoop() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        talk("step 1\nquit\nstep 5\n", steps::incrementAndGet);
        assertEquals(1, steps.get());
    }

    private static List<String> talk(String commands, Runnable step) throws IOException {
        StringWriter out = new StringWriter();
        WorkerLoop.serve(new BufferedReader(new StringReader(commands)), new PrintWriter(out), step);
        return out.toString().lines().toList();
    }
}
