package dev.lamina.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TickerTest {
    @Test
    void ticksAgainAndAgain() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        Ticker ticker = new Ticker(Runnable::run, 5, three::countDown);
        assertTrue(three.await(1, TimeUnit.MINUTES));
        ticker.stop();
    }

    @Test
    void doesNotPileUpBeforeABusyThreadAndEndsWhenStopped() throws InterruptedException {
        LinkedBlockingQueue<Runnable> busy = new LinkedBlockingQueue<>();
        AtomicInteger ticks = new AtomicInteger();
        Ticker ticker = new Ticker(busy::add, 1, ticks::incrementAndGet);
        Runnable first = busy.take();
        Thread.sleep(50);
        assertTrue(busy.isEmpty(), "one waits already");
        first.run();
        Runnable second = busy.take();
        ticker.stop();
        second.run();
        assertEquals(1, ticks.get());
    }
}
