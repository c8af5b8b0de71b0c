package dev.lamina.backend.cpu.kernel;

import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Daemon threads of our own. A launch raises {@link #generation}; workers wait for it spinning first (launches of one
 * step follow each other within microseconds) and parked afterwards. The caller is member 0.
 */
final class PoolTeam implements Team {
    private static final int SPINS = 20_000;

    private final Thread[] workers;
    private final MemberScratch scratch;
    private final MemberErrors errors;
    private final AtomicInteger running = new AtomicInteger();
    private volatile int generation;
    private volatile boolean closed;
    private @Nullable Body body;

    PoolTeam(int size) {
        scratch = new MemberScratch(size);
        errors = new MemberErrors(size);
        workers = new Thread[size - 1];
        for (int i = 0; i < workers.length; i++) {
            int member = i + 1;
            workers[i] = Thread.ofPlatform().daemon().name("kernel-" + member).start(() -> serve(member));
        }
    }

    @Override
    public int size() {
        return workers.length + 1;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the caller writes the generation
    public void run(Body launched) {
        if (closed) {
            throw new IllegalStateException("the team is closed");
        }
        body = launched;
        running.set(workers.length);
        generation++; // publishes body and running
        for (Thread worker : workers) {
            LockSupport.unpark(worker);
        }
        try {
            work(launched, 0);
            awaitWorkers();
            body = null;
        } finally {
            Reference.reachabilityFence(launched); // what it captured owns the memory behind the addresses in use
            Reference.reachabilityFence(this);
        }
        errors.rethrow();
    }

    @SuppressWarnings("ThreadPriorityCheck") // a kernel's end is near; a lock would cost more than the kernel
    private void awaitWorkers() {
        for (int spins = 0; running.get() != 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private void work(Body launched, int member) {
        try {
            launched.run(member, size());
        } catch (Throwable error) {
            errors.put(member, error);
        }
    }

    private void serve(int member) {
        for (int seen = 0; ; ) {
            awaitLaunch(seen);
            if (closed) {
                return;
            }
            seen++; // the caller waits for every worker, so no generation is skipped
            Body launched = body;
            if (launched != null) {
                work(launched, member);
            }
            running.decrementAndGet();
        }
    }

    private void awaitLaunch(int seen) {
        for (int spins = 0; generation == seen && !closed; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
    }

    @Override
    public long scratch(int member) {
        return scratch.of(member);
    }

    @Override
    public void close() {
        closed = true;
        for (Thread worker : workers) {
            LockSupport.unpark(worker);
        }
    }
}
