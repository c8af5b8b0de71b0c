package dev.lamina.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The signals of the system, by name. Java's one door to them is sun.misc.Signal of the module jdk.unsupported. It is
 * opened by reflection because javac warns at each mention of the class and lets nobody silence it.
 */
final class Signals {
    private final Class<?> signalType;
    private final Class<?> handlerType;
    private final Method handle;
    private final Method raise;

    Signals() {
        try {
            signalType = Class.forName("sun.misc.Signal");
            handlerType = Class.forName("sun.misc.SignalHandler");
            handle = signalType.getMethod("handle", signalType, handlerType);
            raise = signalType.getMethod("raise", signalType);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no signals", e);
        }
    }

    /** A handler that is told the signal's name, on a thread of its own. */
    Object handler(Consumer<String> received) {
        return Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, (_, _, arguments) -> {
            received.accept(arguments[0].toString().replaceFirst("^SIG", ""));
            return null;
        });
    }

    /**
     * Lets a handler receive a signal. One that this process was told to ignore, as by nohup, stays ignored.
     *
     * @return the handler before; empty if the system has no such signal, or the virtual machine leaves it alone
     */
    Optional<Object> handle(String name, Object handler) {
        try {
            return Optional.of(handle.invoke(null, signal(name), handler));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal to this process. */
    void raise(String name) {
        try {
            raise.invoke(null, signal(name));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object signal(String name) throws ReflectiveOperationException {
        return signalType.getConstructor(String.class).newInstance(name);
    }
}
