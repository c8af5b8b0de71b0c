package dev.lamina.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns Ctrl-C, a termination signal and the end of the terminal into a request to stop; the second one of a kind ends
 * the process as if nobody had asked. While a stop is under way the virtual machine is not shutting down yet, so
 * everything still works: threads, temporary files, fonts.
 *
 * <p>Java's one door to signals is sun.misc.Signal of the module jdk.unsupported. It is opened by reflection because
 * javac warns at each mention of the class and lets nobody silence it.
 */
final class StopSignals implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private final Map<Object, Object> handlersBefore = new ConcurrentHashMap<>();
    private final Runnable stop;
    private final Method handle;

    StopSignals(Runnable stop) {
        this.stop = stop;
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            handle = signalType.getMethod("handle", signalType, handlerType);
            Object handler = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, (_, _, arguments) -> {
                        received(arguments[0]);
                        return null;
                    });
            for (String name : NAMES) {
                install(signalType, name, handler);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no signals", e);
        }
    }

    private void install(Class<?> signalType, String name, Object handler) throws ReflectiveOperationException {
        try {
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            handlersBefore.put(signal, handle.invoke(null, signal, handler));
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw e;
            }
            // The system has no such signal, or the virtual machine was told to leave signals alone.
        }
    }

    private void received(Object signal) throws ReflectiveOperationException {
        Object before = handlersBefore.get(signal);
        if (before != null) {
            handle.invoke(null, signal, before);
        }
        stop.run();
    }

    @Override
    public void close() {
        handlersBefore.forEach((signal, before) -> {
            try {
                handle.invoke(null, signal, before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
