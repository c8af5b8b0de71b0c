package dev.lamina.ui.teach;

import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.message.Language;
import dev.lamina.ui.fx.Appearance;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Slider;

/** How often the plane is painted while its network trains, and how fast it trains then and alone; the machine's load. */
final class LabBench {
    private static final int SECONDS = 8;

    private LabBench() {}

    public static void main(String[] args) throws Exception {
        report("alone", 0, alone());
        for (List<String> layers : List.of(List.<String>of(), List.of("#layer-gbr-field"))) {
            open(layers);
        }
        System.exit(0);
    }

    private static double alone() throws Exception {
        Path folder = Files.createTempDirectory("lamina-lab-bench");
        AtomicLong steps = new AtomicLong();
        CommandQueue commands = new CommandQueue();
        commands.submit(new TrainingCommand.Resume());
        RunHandle run = Runs.byBackend(DataLocation.standard(null))
                .start(
                        LabSettings.FIRST.config(),
                        folder.resolve("run"),
                        event -> {
                            if (event instanceof TrainingEvent.StepCompleted step) {
                                steps.set(step.step());
                            }
                        },
                        commands);
        while (steps.get() < 500) {
            Thread.sleep(20);
        }
        double rate = rate(steps::get);
        run.stop();
        run.await();
        Scratch.remove(folder);
        return rate;
    }

    private interface Count {
        long get();
    }

    private static double rate(Count count) throws InterruptedException {
        long before = count.get();
        long start = System.nanoTime();
        Thread.sleep(1000L * SECONDS);
        return (count.get() - before) / ((System.nanoTime() - start) * 1e-9);
    }

    private static void open(List<String> layers) throws Exception {
        try (LabScreen screen = LabScreen.open(1280, 720, Appearance.LIGHT, Language.ENGLISH)) {
            Slider pace = (Slider) screen.find("#lab-pace");
            screen.fx(() -> {
                pace.setValue(pace.getMax());
                return null;
            });
            for (String layer : layers) {
                LabScreens.press(screen, layer);
            }
            screen.await(() -> screen.lab.step() > 500 && screen.lab.pictures() > 5);
            long pictures = screen.lab.pictures();
            long start = System.nanoTime();
            double steps = rate(screen.lab::step);
            double seconds = (System.nanoTime() - start) * 1e-9;
            report("open " + layers, (screen.lab.pictures() - pictures) / seconds, steps);
        }
    }

    private static void report(String what, double hertz, double steps) {
        System.out.printf(
                "%s: %.1f pictures a second, %.0f steps a second, load %.1f%n",
                what, hertz, steps, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
