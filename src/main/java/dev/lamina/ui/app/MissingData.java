package dev.lamina.ui.app;

import dev.lamina.data.DataLocation;
import dev.lamina.data.source.Availability;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.DataCatalog;
import dev.lamina.data.source.DataSource;
import dev.lamina.setting.SettingValues;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What to do about data that is not there, and the banner that offers it. FX thread. */
final class MissingData {
    private final Texts texts;
    private final DataFetch fetch;
    private final Dialogs dialogs;
    private final DataBanner banner;
    private final Supplier<DataLocation> where;
    private final Consumer<Path> useFolder;
    private final Runnable recheck;
    private Optional<DataSource> missing = Optional.empty();
    private Optional<ExperimentDocument> document = Optional.empty();
    private boolean wanted;

    /**
     * @param useFolder has data sets looked for there first, from now on
     * @param recheck finds out anew whether the experiment can be run
     */
    MissingData(
            Texts texts,
            DataFetch fetch,
            Dialogs dialogs,
            Supplier<DataLocation> where,
            Consumer<Path> useFolder,
            Runnable recheck) {
        this.texts = texts;
        this.fetch = fetch;
        this.dialogs = dialogs;
        this.where = where;
        this.useFolder = useFolder;
        this.recheck = recheck;
        this.banner = new DataBanner(texts, fetch, this::download, this::choose);
    }

    DataBanner banner() {
        return banner;
    }

    void show(ExperimentDocument opened, Readiness readiness) {
        document = Optional.of(opened);
        missing = readiness.missing();
        banner.show(missing, readiness.hindrance());
        if (wanted && missing.isPresent()) {
            wanted = false;
            download();
        }
    }

    /** Downloads what the experiment that is shown next lacks, without asking again. */
    void downloadNext() {
        wanted = true;
    }

    private void download() {
        missing.map(DataSource::card)
                .ifPresent(card -> fetch.start(card, where.get().downloadRoot(), recheck));
    }

    private void choose() {
        missing.ifPresent(source ->
                dialogs.folderOfData(texts.text(source.card().title())).ifPresent(folder -> take(source, folder)));
    }

    private void take(DataSource source, Path folder) {
        DataCard card = source.card();
        if (card.published().isEmpty()) {
            document.ifPresent(opened -> opened.set("data.source.path", SettingValues.json(folder.toString())));
            return;
        }
        DataLocation candidate = where.get().after(folder);
        if (Availability.isThere(source, candidate)) {
            useFolder.accept(folder);
            recheck.run();
        } else {
            banner.inVain(texts.get(
                    "data.notThere",
                    card.title(),
                    folder,
                    card.published().get().folder(),
                    String.join(", ", DataCatalog.entry(card, candidate).missing())));
        }
    }

    /** Ends a download that goes on. */
    void close() {
        try {
            fetch.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
