package dev.lamina.testing;

import dev.lamina.ui.fx.ClassPathRemark;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the JavaFX toolkit once per JVM, waits for it, and runs code on the FX thread with its exceptions rethrown. */
public final class FxToolkit implements BeforeAllCallback {
    private static final long TIMEOUT_SECONDS = 90;
    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    private static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        if (!"Headless".equals(System.getProperty("glass.platform"))) {
            throw new IllegalStateException("FX tests need -Dglass.platform=Headless (surefire argLine); got "
                    + System.getProperty("glass.platform"));
        }
        ClassPathRemark.silence();
        var up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        if (!up.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("JavaFX toolkit did not start within " + TIMEOUT_SECONDS + " s");
        }
        Platform.setImplicitExit(false);
        started = true;
    }

    /** Runs {@code action} on the FX thread; what it throws, this throws. */
    public static <T> T onFx(Callable<T> action) throws Exception {
        if (Platform.isFxApplicationThread()) {
            return action.call();
        }
        var task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof Exception cause) throw cause;
            if (e.getCause() instanceof Error error) throw error;
            throw e;
        }
    }
}
