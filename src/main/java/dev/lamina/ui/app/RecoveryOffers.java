package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Offers what windows left that ended too early, one by one, and says which copies cannot be read. FX thread. */
final class RecoveryOffers {
    private final Texts texts;
    private final Dialogs dialogs;
    private final Recovery recovery;
    private final StartPage page;
    private final Consumer<ExperimentDocument> show;
    private final Deque<AbandonedCopy> waiting = new ArrayDeque<>();

    /** @param show opens an experiment */
    RecoveryOffers(Texts texts, Dialogs dialogs, Recovery recovery, StartPage page, Consumer<ExperimentDocument> show) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.recovery = recovery;
        this.page = page;
        this.show = show;
    }

    /** Looks for copies and begins to offer them. */
    void begin(Notices notices) {
        Recovery.Left left = recovery.find();
        waiting.addAll(left.copies());
        left.unreadable().forEach(copy -> sayUnreadable(copy, notices));
        next();
    }

    private void sayUnreadable(Path copy, Notices notices) {
        notices.show(
                Notices.Kind.HINT,
                texts.of("recovery.unreadable", copy),
                List.of(new Notices.Offer("recovery.showFolder", () -> dialogs.show(copy.resolveSibling("")))));
    }

    private void next() {
        if (waiting.isEmpty()) {
            return;
        }
        AbandonedCopy found = waiting.getFirst();
        RecoveryBanner banner = new RecoveryBanner(texts, found, waiting.size() - 1);
        banner.onRestore(() -> {
            answered(banner);
            recovery.takeOver(found);
            show.accept(found.document());
        });
        banner.onDiscard(() -> {
            if (dialogs.discardCopy(found.document().config().name()) == Dialogs.Closing.DISCARD) {
                answered(banner);
                found.claim().delete();
            }
        });
        page.offer(banner);
    }

    private void answered(RecoveryBanner banner) {
        waiting.removeFirst();
        page.withdraw(banner);
        next();
    }

    /** What nobody answered for is left to the next window. */
    void end() {
        waiting.forEach(copy -> copy.claim().release());
        waiting.clear();
    }
}
