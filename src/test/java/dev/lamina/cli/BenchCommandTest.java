package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    @Test
    void anUnknownNetworkIsAnsweredWithTheKnownOnes() {
        assertEquals(ExitCode.BAD_INPUT, LaminaCommand.execute(List.of("bench", "--networks", "alexnet")));
    }

    @ParameterizedTest
    @CsvSource({"--threads, 0", "--rounds, 0", "--threads, two"})
    void countsBelowOneAreRefused(String option, String value) {
        assertEquals(ExitCode.BAD_INPUT, LaminaCommand.execute(List.of("bench", option, value)));
    }

    @Test
    void helpNamesThePeerAndHidesTheWorker() {
        StringWriter out = new StringWriter();
        new CommandLine(new LaminaCommand()).setOut(new PrintWriter(out)).execute("--help");
        assertTrue(out.toString().contains("bench"), out.toString());
        assertTrue(!out.toString().contains("bench-worker"), out.toString());
    }
}
