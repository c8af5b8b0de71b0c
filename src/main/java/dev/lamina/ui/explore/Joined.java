package dev.lamina.ui.explore;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work on another thread of which only the latest is wanted: while one is at work, calls join into one more. FX thread. */
final class Joined {
    private final Executor worker;
    private final Executor fx;
    private boolean busy;
    private boolean again;

    Joined(Executor worker, Executor fx) {
        this.worker = worker;
        this.fx = fx;
    }

    /** What is done: first on the worker, then, with what came of it, on the FX thread. */
    interface Work {
        /** On the worker; what it returns is run on the FX thread. */
        Runnable on();
    }

    /** @param prepare reads on the FX thread what the work needs; asked anew for each time it is done */
    void ask(Supplier<Work> prepare) {
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        Work work = prepare.get();
        worker.execute(() -> {
            Runnable show;
            try {
                show = work.on();
            } catch (RuntimeException | Error e) {
                fx.execute(() -> busy = false);
                throw e;
            }
            fx.execute(() -> {
                busy = false;
                show.run();
                if (again) {
                    again = false;
                    ask(prepare);
                }
            });
        });
    }
}
