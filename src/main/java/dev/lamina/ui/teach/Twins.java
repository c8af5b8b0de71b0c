package dev.lamina.ui.teach;

import dev.lamina.probe.PlaneQuantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One laboratory, or two that differ in one setting and are told the same things at the same time. Where both wait, the one
 * that is behind makes up for it, step by step. FX thread, but for {@link #labs}.
 */
final class Twins {
    private static final int MOST_TO_MAKE_UP = 2000;
    private static final int QUIET_TICKS = 8;

    private final LabServices services;
    private final Path folder = Scratch.folder();
    private volatile List<LabPlane> labs;
    private LabSettings settings = LabSettings.FIRST;
    private TwinPreset preset = TwinPreset.NONE;
    private boolean playing;
    private double stepsPerSecond;
    private long behindStep;
    private int quietTicks;
    private int made;

    Twins(LabServices services) {
        this.services = services;
        this.labs = List.of(lab(settings));
    }

    private LabPlane lab(LabSettings first) {
        return new LabPlane(
                services.runs().get(),
                folder.resolve("lab-" + ++made),
                first,
                services.fx(),
                services.background(),
                services.painter());
    }

    /** One or two; the list itself never changes. */
    List<LabPlane> labs() {
        return labs;
    }

    LabPlane first() {
        return labs.getFirst();
    }

    TwinPreset preset() {
        return preset;
    }

    /** What a person has set, before the difference between twins. */
    LabSettings settings() {
        return settings;
    }

    /** Begins with newly drawn weights. */
    void anew() {
        labs.forEach(lab -> {
            lab.curves().clear();
            lab.loadData();
            lab.lab().begin(Lab.Weights.DRAWN);
        });
    }

    void change(UnaryOperator<LabSettings> change) {
        LabSettings before = settings;
        settings = change.apply(before);
        for (LabPlane lab : labs) {
            LabSettings wanted = lab == first() ? preset.left(settings) : preset.right(settings);
            if (lab.lab().settings().startsAnewFor(wanted)) {
                lab.curves().clear();
            }
            lab.lab().change(wanted);
            if (!before.data().equals(settings.data())) {
                lab.loadData();
            }
        }
    }

    /** One laboratory, or two: both begin anew, so that they have everything in common but the difference. */
    void choose(TwinPreset chosen) {
        preset = chosen;
        if (labs.size() > 1) {
            labs.getLast().close();
        }
        LabPlane left = first();
        left.lab().change(chosen.left(settings));
        labs = chosen == TwinPreset.NONE ? List.of(left) : List.of(left, lab(chosen.right(settings)));
        labs.forEach(lab -> {
            lab.lab().setPace(stepsPerSecond);
            lab.lab().setPaused(!playing);
        });
        anew();
    }

    boolean playing() {
        return playing;
    }

    void setPlaying(boolean wanted) {
        playing = wanted;
        labs.forEach(lab -> lab.lab().setPaused(!wanted));
    }

    void step() {
        playing = false;
        labs.forEach(lab -> lab.lab().step());
    }

    void goBack(long step) {
        playing = false;
        labs.forEach(lab -> lab.lab().goBack(step));
    }

    void setPace(double wanted) {
        stepsPerSecond = wanted;
        labs.forEach(lab -> lab.lab().setPace(wanted));
    }

    /** Asks for what is due. */
    void tick(Set<PlaneQuantity> wanted) {
        labs.forEach(lab -> lab.tick(wanted));
        if (labs.size() > 1 && !playing) {
            makeUp(labs.getFirst(), labs.getLast());
        }
    }

    private void makeUp(LabPlane one, LabPlane other) {
        if (!one.history().paused() || !other.history().paused()) {
            return;
        }
        long ahead = one.history().step() - other.history().step();
        long now = Math.min(one.history().step(), other.history().step());
        // What was told to be done comes to its end first; some of it may have been the measurement after an epoch.
        quietTicks = now == behindStep ? quietTicks + 1 : 0;
        behindStep = now;
        if (ahead != 0 && Math.abs(ahead) <= MOST_TO_MAKE_UP && quietTicks > QUIET_TICKS) {
            quietTicks = 0;
            Lab behind = ahead > 0 ? other.lab() : one.lab();
            for (long i = 0; i < Math.abs(ahead); i++) {
                behind.step();
            }
        }
    }

    void close() {
        labs.forEach(LabPlane::close);
    }
}
