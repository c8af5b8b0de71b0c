package dev.lamina.launch;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;

/**
 * A narrower x86 processor that every contestant takes this one for: the virtual machine by its options, oneDNN, libtorch
 * and OpenBLAS by their variables. Both are inherited by every worker that is started from a process that has them.
 */
public enum Pretense {
    AVX2(8, "-XX:UseAVX=2", "AVX2", "avx2", "Haswell"),

    /** Without AVX, the virtual machine would compute a fused multiply-add digit by digit: it keeps that instruction. */
    SSE(4, "-XX:MaxVectorSize=16", "SSE41", "default", "Nehalem");

    private static final String OPTION = "--pretend";
    private static final List<String> ARCHITECTURES = List.of("amd64", "x86_64");

    private final int lanes;
    private final String option;
    private final String oneDnn;
    private final String libtorch;
    private final String openBlas;

    Pretense(int lanes, String option, String oneDnn, String libtorch, String openBlas) {
        this.lanes = lanes;
        this.option = option;
        this.oneDnn = oneDnn;
        this.libtorch = libtorch;
        this.openBlas = openBlas;
    }

    /** As on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInputException naming the ids there are, or if this processor is not wider */
    public static Pretense of(String id) {
        Pretense pretense = Arrays.stream(values())
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(Message.of(
                                "launch.noProcessor",
                                Arrays.stream(values()).map(Pretense::id).toList())
                        .at(OPTION + " " + id)));
        pretense.requireOn(System.getProperty("os.arch"), FloatVector.SPECIES_PREFERRED.length());
        return pretense;
    }

    /** @param widest floats in a vector of this processor */
    void requireOn(String architecture, int widest) {
        if (!ARCHITECTURES.contains(architecture) || widest < lanes) {
            throw new BadInputException(
                    Message.of("launch.lesserProcessor", architecture, widest).at(OPTION + " " + id()));
        }
    }

    /** Whether this process and what it starts pretend it already. */
    public boolean isInEffect() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(option)
                && System.getenv().entrySet().containsAll(environment().entrySet());
    }

    /** A virtual machine that pretends, otherwise like this one. */
    public ChildJvm jvm() {
        List<String> options = new ArrayList<>(ChildJvm.here().options());
        options.add(option);
        return new ChildJvm(options);
    }

    /** The environment it needs beside this process's own. */
    public Map<String, String> environment() {
        return Map.of("ONEDNN_MAX_CPU_ISA", oneDnn, "ATEN_CPU_CAPABILITY", libtorch, "OPENBLAS_CORETYPE", openBlas);
    }

    /** What the report begins with. */
    public Message message() {
        Stream<String> variables =
                new TreeMap<>(environment()).entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
        return Message.of(
                "launch.pretense",
                lanes,
                Stream.concat(Stream.of(option), variables).toList());
    }
}
