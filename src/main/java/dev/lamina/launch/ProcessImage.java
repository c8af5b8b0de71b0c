package dev.lamina.launch;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What this process runs, replaced by another program as a shell's {@code exec} does: the process keeps its id, its
 * streams, its folder and the signals it was told to ignore, so that whoever started it needs to know nothing of it. There
 * is no child that a signal could miss, or that could be left behind.
 */
public final class ProcessImage {
    /** Where Linux shows the words this process was started with, as bytes, each ended by a zero. */
    private static final Path OWN_COMMAND = Path.of("/proc/self/cmdline");

    private ProcessImage() {}

    /** Whether this system can replace a process's program; Windows cannot. */
    public static boolean isReplaceable() {
        return !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /**
     * Replaces the program. All threads end at once, no shutdown hook is run and nothing is flushed. Returns only if the
     * system refuses.
     *
     * @param command a program's full path and its arguments, which carries the options of this virtual machine already
     */
    public static void replace(List<String> command) {
        List<byte[]> words = NativeWords.of(command, ownCommand());
        try (Arena arena = Arena.ofConfined()) {
            for (Map.Entry<String, Optional<String>> change :
                    ChildEnvironment.changes(System.getenv()).entrySet()) {
                change(arena, change.getKey(), change.getValue());
            }
            MemorySegment vector = arena.allocate(ValueLayout.ADDRESS, words.size() + 1L);
            for (int i = 0; i < words.size(); i++) {
                vector.setAtIndex(ValueLayout.ADDRESS, i, string(arena, words.get(i)));
            }
            int _ = (int) function("execv", ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                    .invokeExact(vector.getAtIndex(ValueLayout.ADDRESS, 0), vector);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(Arena arena, String variable, Optional<String> value) throws Throwable {
        MemorySegment name = arena.allocateFrom(variable);
        if (value.isEmpty()) {
            int _ = (int) function("unsetenv", ValueLayout.ADDRESS).invokeExact(name);
        } else {
            int _ = (int) function("setenv", ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
                    .invokeExact(name, arena.allocateFrom(value.get()), 1);
        }
    }

    /** A function of the C library that returns an int. */
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    private static MemorySegment string(Arena arena, byte[] bytes) {
        MemorySegment string = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, string, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return string;
    }

    private static List<byte[]> ownCommand() {
        try {
            return zeroEnded(Files.readAllBytes(OWN_COMMAND));
        } catch (IOException _) {
            // Not Linux: there words are UTF-8 whatever the locale is.
            return List.of();
        }
    }

    static List<byte[]> zeroEnded(byte[] bytes) {
        List<byte[]> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                words.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return words;
    }
}
