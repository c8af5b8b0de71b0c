package dev.lamina.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.backend.BackendProvider;
import dev.lamina.tensor.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PretenseTest {
    @ParameterizedTest
    @CsvSource({"AVX2, 8, avx2", "SSE, 4, sse41"})
    void theVirtualMachineAndOneDnnBothBelieveIt(Pretense pretense, int lanes, String instructions) throws Exception {
        assumeTrue(
                System.getProperty("os.arch").equals("amd64") && FloatVector.SPECIES_PREFERRED.length() >= lanes,
                "this processor has no vectors of " + lanes + " floats to pretend with");
        ProcessBuilder builder =
                new ProcessBuilder(pretense.jvm().command(Believer.class.getName(), List.of(pretense.name())));
        builder.environment().putAll(pretense.environment());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("in effect: true"), said);
        assertTrue(said.contains(", " + instructions + "\n"), said);
        assertTrue(said.contains("vectors of " + lanes + " floats"), said);
    }

    /** Says what it takes its processor for. */
    static final class Believer {
        public static void main(String[] args) {
            VectorModule.load();
            var device = BackendProvider.of("cpu").orElseThrow().create().device();
            System.out.println(device.name());
            System.out.println(device.driver());
            System.out.println("in effect: " + Pretense.valueOf(args[0]).isInEffect());
        }
    }

    @Test
    void theReportSaysByWhatEachContestantIsMadeToPretend() {
        assertEquals(
                "All pretend to have vectors of 8 floats: -XX:UseAVX=2, ATEN_CPU_CAPABILITY=avx2,"
                        + " ONEDNN_MAX_CPU_ISA=AVX2, OPENBLAS_CORETYPE=Haswell",
                Pretense.AVX2.message().toString());
        assertTrue(!Pretense.AVX2.isInEffect() || !Pretense.SSE.isInEffect());
    }

    @Test
    void whatTheProcessorHasNotGotCannotBePretended() {
        Pretense.AVX2.requireOn("amd64", 16);
        assertThrows(BadInputException.class, () -> Pretense.AVX2.requireOn("amd64", 4));
        assertThrows(BadInputException.class, () -> Pretense.SSE.requireOn("aarch64", 4));
        String message =
                assertThrows(BadInputException.class, () -> Pretense.of("mmx")).getMessage();
        assertEquals("--pretend mmx: no such processor; take one of avx2, sse", message);
    }
}
