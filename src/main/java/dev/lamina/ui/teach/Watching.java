package dev.lamina.ui.teach;

import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.probe.Due;
import dev.lamina.probe.PlaneField;
import dev.lamina.probe.PlaneQuantity;
import dev.lamina.setting.RecordFiles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * Asks a laboratory for what is seen of the plane, again and again: each quantity no sooner than its period and a rest
 * after the answer before, so that the one who measures beside the training works little more than half of the time, and a
 * finer grid once where the run stands still.
 */
final class Watching {
    private static final double REST = 0.6;

    private final Lab lab;
    private final LabHistory history;
    private final Map<PlaneQuantity, Question> questions = new EnumMap<>(PlaneQuantity.class);

    /** @param answers told of what was seen of a plane, on the thread that measures, or the run's: they must hand over at once */
    Watching(Lab lab, LabHistory history, BiConsumer<Plane, ReadingMeasured> answers) {
        this.lab = lab;
        this.history = history;
        questions.put(PlaneQuantity.SCORES, new Question(PlaneQuantity.SCORES, 60, 120, 0.045, answers));
        questions.put(PlaneQuantity.SET_SCORES, new Question(PlaneQuantity.SET_SCORES, 40, 60, 0.2, answers));
        questions.put(PlaneQuantity.GRADIENTS, new Question(PlaneQuantity.GRADIENTS, 60, 120, 0.12, answers));
        questions.put(PlaneQuantity.UNITS, new Question(PlaneQuantity.UNITS, 24, 24, 0.12, answers));
    }

    /** Asks what is due of what is wanted. FX thread. */
    void tick(Set<PlaneQuantity> wanted) {
        long now = System.nanoTime();
        wanted.forEach(
                quantity -> Objects.requireNonNull(questions.get(quantity)).ask(now));
    }

    /** The network is another one, or stands elsewhere: what was seen counts no more. */
    void forget() {
        questions.values().forEach(question -> question.finestStep = -1);
    }

    private final class Question {
        private final PlaneQuantity quantity;
        private final int whileTraining;
        private final int whenStill;
        private final long periodNanos;
        private final BiConsumer<Plane, ReadingMeasured> answers;
        private final AtomicBoolean open = new AtomicBoolean();
        private volatile long dueNanos = Long.MIN_VALUE;
        private volatile long finestStep = -1;

        Question(
                PlaneQuantity quantity,
                int whileTraining,
                int whenStill,
                double periodSeconds,
                BiConsumer<Plane, ReadingMeasured> answers) {
            this.quantity = quantity;
            this.whileTraining = whileTraining;
            this.whenStill = whenStill;
            this.periodNanos = Math.round(periodSeconds * 1e9);
            this.answers = answers;
        }

        void ask(long now) {
            boolean still = history.paused();
            if (now < dueNanos || (still && finestStep == history.step()) || !open.compareAndSet(false, true)) {
                return;
            }
            int cells = still ? whenStill : whileTraining;
            Plane plane = lab.settings().data().kind().plane();
            var _ = lab.ask(probe(plane, cells)).whenComplete((reading, failure) -> {
                long answered = System.nanoTime();
                long rest = failure == null ? Math.round(REST * 1e9 * reading.durationSeconds()) : periodNanos;
                dueNanos = Math.max(now + periodNanos, answered + rest);
                open.set(false);
                if (failure == null) {
                    finestStep = still ? reading.step() : -1;
                    answers.accept(plane, reading);
                }
            });
        }

        private String probe(Plane plane, int cells) {
            return RecordFiles.write(new PlaneField(
                    quantity, cells, plane.left(), plane.right(), plane.bottom(), plane.top(), new Due(1, null, null)));
        }
    }
}
