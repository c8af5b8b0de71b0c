package dev.lamina.bench;

import dev.lamina.backend.Precision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** A contestant for tests whose step writes its letter to a file and sleeps; the mode "broken" never gets ready. */
public final class SleepingContestant implements Contestant {
    private final Path log;

    SleepingContestant(Path log) {
        this.log = log;
    }

    static Mode mode(String letter) {
        return new Mode(letter, letter, Precision.F32);
    }

    @Override
    public String name() {
        return "sleeper";
    }

    @Override
    public List<Mode> modes() {
        return List.of(mode("A"), mode("B"));
    }

    @Override
    public List<String> command(Mode mode, String workload, int threads) {
        return List.of(SleepingContestant.class.getName(), log.toString(), mode.id());
    }

    @Override
    public Map<String, String> environment(int threads) {
        return Map.of("MILLISECONDS", "3");
    }

    public static void main(String[] args) throws IOException {
        if (args[1].equals("broken")) {
            throw new IllegalStateException("out of order");
        }
        long milliseconds = Long.parseLong(System.getenv("MILLISECONDS"));
        WorkerLoop.serve(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                () -> step(Path.of(args[0]), args[1], milliseconds));
    }

    private static void step(Path log, String letter, long milliseconds) {
        try {
            Files.writeString(log, letter, StandardOpenOption.APPEND);
            Thread.sleep(milliseconds);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
