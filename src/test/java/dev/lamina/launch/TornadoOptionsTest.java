package dev.lamina.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornadoOptionsTest {
    private static final long MEMORY_BYTES = 8L << 30;

    @TempDir
    private Path folder;

    private TornadoSdk sdk;

    @BeforeEach
    void install() throws Exception {
        sdk = TornadoSdk.of(FakeSdk.in(folder).toString());
    }

    private List<String> options(String... inherited) {
        return TornadoOptions.of(sdk, 1, MEMORY_BYTES, List.of(inherited));
    }

    @Test
    void theSdksFileComesFirstAndTheModulePathLast() {
        assertEquals(
                List.of(
                        "@" + sdk.home().resolve("tornado-argfile"),
                        "-Xmx2g",
                        "-Dtornado.recover.bailout=False",
                        "-Dtornado.tvm.maxbytecodesize=262144",
                        "-Dtornado.cuda.host.pinning=false",
                        "-Dtornado.device.memory=8589934592",
                        "-Dlamina.tornado.device=1",
                        "--module-path",
                        sdk.modules().toString()),
                options("-Xmx2g"));
    }

    @Test
    void anotherCollectorThanTheFilesSwitchesThatOneOffBefore() {
        List<String> serial = options("-XX:+UseSerialGC", "-Xmn64m");
        assertTrue(serial.indexOf("-XX:-UseParallelGC") > 0);
        assertTrue(serial.indexOf("-XX:-UseParallelGC") < serial.indexOf("-XX:+UseSerialGC"));
        assertFalse(options("-XX:+UseParallelGC").contains("-XX:-UseParallelGC"));
        assertFalse(options().contains("-XX:-UseParallelGC"));
    }

    @Test
    void assertionsOfEverythingAreLeftOutAndThoseOfPackagesStay() {
        List<String> options = options("-ea", "-enableassertions", "-esa", "-ea:dev.lamina...");
        assertEquals(
                List.of("-ea:dev.lamina..."),
                options.stream()
                        .filter(option -> option.matches("-(ea|esa|enable).*"))
                        .toList());
    }

    @Test
    void aProcessThatWasStartedSoItselfHandsOnNothingTwice() {
        List<String> options = options(
                "--module-path=elsewhere", "-Dlamina.tornado.device=0", "-Dtornado.load.runtime.implementation=x");
        assertEquals(options(), options);
    }

    @Test
    void whoeverLimitsTheMemoryIsObeyedAndUnknownMemoryIsNotSet() {
        List<String> own = options("-Dtornado.device.memory=1GB");
        assertTrue(own.contains("-Dtornado.device.memory=1GB"));
        assertEquals(
                1,
                own.stream()
                        .filter(option -> option.startsWith("-Dtornado.device.memory"))
                        .count());
        assertTrue(TornadoOptions.of(sdk, 0, -1, List.of()).stream()
                .noneMatch(option -> option.startsWith("-Dtornado.device.memory")));
    }
}
