package dev.lamina.ui.app;

import dev.lamina.backend.FreeMemory;
import dev.lamina.data.DataLocation;
import dev.lamina.ui.run.Readiness;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds out in the background whether an experiment could be run; only the last check counts. FX thread. */
final class ReadinessCheck {
    private final Services services;
    private final Supplier<DataLocation> where;
    private final Consumer<Readiness> found;
    private final AtomicInteger checks = new AtomicInteger();

    /** @param found is told of the last experiment, on the FX thread */
    ReadinessCheck(Services services, Supplier<DataLocation> where, Consumer<Readiness> found) {
        this.services = services;
        this.where = where;
        this.found = found;
    }

    void of(ExperimentDocument opened) {
        int number = checks.incrementAndGet();
        DataLocation now = where.get();
        services.background().execute(() -> {
            if (number != checks.get()) {
                return;
            }
            Readiness readiness = Readiness.of(opened.config(), now, FreeMemory.bytes());
            services.fx().execute(() -> {
                if (number == checks.get()) {
                    found.accept(readiness);
                }
            });
        });
    }
}
