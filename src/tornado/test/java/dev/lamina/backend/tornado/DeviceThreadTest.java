package dev.lamina.backend.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeviceThreadTest {
    @Test
    void allWorkIsDoneOnOneThreadThatIsNotTheCallers() {
        try (DeviceThread device = new DeviceThread()) {
            Thread first = device.call(Thread::currentThread);
            assertEquals(first, device.call(Thread::currentThread));
            assertFalse(first.equals(Thread.currentThread()));
        }
    }

    @Test
    void whatTheWorkThrowsComesToTheCaller() {
        try (DeviceThread device = new DeviceThread()) {
            assertThrows(ArithmeticException.class, () -> device.call(() -> 1 / Integer.parseInt("0")));
            assertThrows(
                    NoClassDefFoundError.class,
                    () -> device.run(() -> {
                        throw new NoClassDefFoundError("driver");
                    }));
            assertEquals(2, device.call(() -> 2));
        }
    }

    @Test
    void workThatIsInterruptedIsLeftBehindAndNoOtherBegins() {
        CountDownLatch end = new CountDownLatch(1);
        try (DeviceThread device = new DeviceThread()) {
            assertThrows(CancellationException.class, () -> device.call(() -> awaited(end), () -> true));
            assertTrue(device.isLeftBehind());
            assertThrows(CancellationException.class, () -> device.call(() -> 3));
        } finally {
            end.countDown();
        }
    }

    private static boolean awaited(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
