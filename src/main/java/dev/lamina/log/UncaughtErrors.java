package dev.lamina.log;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Takes the errors that nobody caught, on whatever thread: each goes to the log, and its report to whoever shows it.
 *
 * @param shown called on the thread that failed
 */
public record UncaughtErrors(Consumer<ErrorReport> shown) implements Thread.UncaughtExceptionHandler {
    /** From now on every thread's errors that have no taker of their own. */
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /** Treats an error that was caught, but expected by nobody, as if it had ended this thread. */
    public static void tell(Throwable error) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        try {
            ErrorReport report = ErrorReport.of(thread, error);
            log("uncaught in " + thread.getName(), error);
            shown.accept(report);
        } catch (RuntimeException | Error e) {
            // What fails here would only come back here.
            log("an error could not be shown", e);
        }
    }

    /** Not before there is something to log: until then no class of logging is loaded. */
    private static void log(String message, Throwable error) {
        System.getLogger(UncaughtErrors.class.getName()).log(Level.ERROR, message, error);
    }
}
