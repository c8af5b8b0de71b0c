package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A C function called while a plan is built, where speed does not matter. Its type is spelled with one letter for the
 * result and each argument: v void, i int, l 64-bit integer, f float, p pointer.
 */
record NativeFunction(String name, MethodHandle handle) {
    static NativeFunction of(SymbolLookup library, String name, String type) {
        return new NativeFunction(name, downcall(library, name, type));
    }

    static MethodHandle downcall(SymbolLookup library, String name, String type) {
        MemoryLayout[] arguments =
                type.substring(1).chars().mapToObj(NativeFunction::layout).toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = type.charAt(0) == 'v'
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(layout(type.charAt(0)), arguments);
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
    }

    private static MemoryLayout layout(int letter) {
        return switch (letter) {
            case 'i' -> ValueLayout.JAVA_INT;
            case 'l' -> ValueLayout.JAVA_LONG;
            case 'f' -> ValueLayout.JAVA_FLOAT;
            case 'p' -> ValueLayout.ADDRESS;
            default -> throw new IllegalArgumentException("no such type letter: " + (char) letter);
        };
    }

    /** Calls a function that returns a status, and throws unless it is success. */
    void check(String what, Object... arguments) {
        int status = (int) invoke(arguments);
        if (status != 0) {
            throw new OneDnnException(name, status, what);
        }
    }

    long asLong(Object... arguments) {
        return (long) invoke(arguments);
    }

    int asInt(Object... arguments) {
        return (int) invoke(arguments);
    }

    MemorySegment asPointer(Object... arguments) {
        return (MemorySegment) invoke(arguments);
    }

    private Object invoke(Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }
}
