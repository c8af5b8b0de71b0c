package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    @Test
    void anUnknownNetworkIsAnsweredWithTheKnownOnes() {
        assertEquals(ExitCode.BAD_INPUT, LaminaCommand.execute(List.of("bench", "--networks", "alexnet")));
    }

    @ParameterizedTest
    @CsvSource({
        "--threads, 0",
        "--rounds, 0",
        "--threads, two",
        "--turn, NaN",
        "--turn, -1",
        "--warm-up, 1e9",
        "--modes, f16",
        "--peer, no.Such",
        "--batch, 128",
        "--neighbors, 60000",
        "--neighbors, 14x5",
        "--neighbors, 20x0",
        "--neighbors, 60000x60000",
        "--neighbors, manyx3",
        "--backend, abacus",
        "--backend, cpu:x",
        "--pretend, mmx",
        "--beside, -1"
    })
    void countsBelowOneTimesThatAreNoneAndUnknownNamesAreRefused(String option, String value) {
        assertEquals(ExitCode.BAD_INPUT, LaminaCommand.execute(List.of("bench", option, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "--quick, --rounds, 3",
        "--quick, --turn, 1",
        "--quick, --warm-up, 1",
        "--activations, --profile, ",
        "--neighbors, --profile, ",
        "--beside, --profile, "
    })
    void optionsThatContradictEachOtherAreRefused(String first, String second, String value) {
        List<String> arguments = new ArrayList<>(List.of("bench", first, second));
        if (value != null) {
            arguments.add(value);
        }
        StringWriter err = new StringWriter();
        int code = LaminaCommand.commandLine(Language.ENGLISH)
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(new String[0]));
        assertEquals(ExitCode.BAD_INPUT, code);
        assertTrue(err.toString().contains("mutually exclusive"), err.toString());
    }

    @Test
    void neighborsAreTimedBesideTheMatrixProduct() {
        StringWriter out = new StringWriter();
        int code = LaminaCommand.commandLine(Language.ENGLISH)
                .setOut(new PrintWriter(out))
                .execute("bench", "--neighbors", "300x7", "--rounds", "1", "--threads", "1");
        assertEquals(ExitCode.DONE, code);
        String[] row = out.toString().strip().lines().toList().getLast().strip().split(" +");
        assertEquals(List.of("1", "300", "7"), List.of(row).subList(0, 3), out.toString());
        assertTrue(Double.parseDouble(row[5]) > 0, out.toString());
    }

    @Test
    void helpNamesThePeerAndHidesTheWorker() {
        StringWriter out = new StringWriter();
        LaminaCommand.commandLine(Language.ENGLISH).setOut(new PrintWriter(out)).execute("--help");
        assertTrue(out.toString().contains("bench"), out.toString());
        assertTrue(!out.toString().contains("bench-worker"), out.toString());
    }
}
