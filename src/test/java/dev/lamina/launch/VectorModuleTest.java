package dev.lamina.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.junit.jupiter.api.Test;

class VectorModuleTest {
    @Test
    void vectorsAreComputedInAVirtualMachineThatWasStartedWithoutTheirModule() throws Exception {
        Process process = new ProcessBuilder(ChildJvm.with(List.of()).command(Probe.class.getName(), List.of()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        List<String> lines =
                output.lines().filter(line -> !line.startsWith("NOTE: ")).toList();
        assertEquals(List.of("36.0"), lines, "no warning beside the sum");
    }

    /** Adds two vectors of four in the child. */
    static final class Probe {
        public static void main(String[] args) {
            assertTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty());
            VectorModule.load();
            VectorModule.load();
            System.out.println(Sum.ofHalves());
        }
    }

    /** Apart, because a class is verified with all it names before its first line runs. */
    static final class Sum {
        static float ofHalves() {
            float[] numbers = {1, 2, 3, 4, 5, 6, 7, 8};
            FloatVector sum = FloatVector.fromArray(FloatVector.SPECIES_128, numbers, 0)
                    .add(FloatVector.fromArray(FloatVector.SPECIES_128, numbers, 4));
            return sum.reduceLanes(VectorOperators.ADD);
        }
    }
}
