package dev.lamina.ui.app;

import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.DataSource;
import dev.lamina.data.source.RemoteFile;
import dev.lamina.message.Message;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says that the experiment's data is missing, and gets it: by a download with progress, or from a folder that is named. */
final class DataBanner extends HBox {
    private static final double MEBIBYTE = 1 << 20;

    private final Texts texts;
    private final DataFetch fetch;
    private final Label text = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button download = new Button();
    private final Button stop = new Button();
    private final Button choose = new Button();
    private Optional<DataSource> missing = Optional.empty();
    private Optional<Message> why = Optional.empty();
    private String chosenInVain = "";

    /**
     * @param get downloads the data that is missing
     * @param folder asks for a folder that has it
     */
    DataBanner(Texts texts, DataFetch fetch, Runnable get, Runnable folder) {
        this.texts = texts;
        this.fetch = fetch;
        setId("data-banner");
        getStyleClass().addAll("banner", "data-banner");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        progress.setMinWidth(160);
        button(download, "data.download", get);
        download.getStyleClass().add("accent");
        button(choose, "data.choose", folder);
        button(stop, "data.stop", fetch::stop);
        getChildren().addAll(text, progress, stop, download, choose);
        getChildren().forEach(child -> child.managedProperty().bind(child.visibleProperty()));
        managedProperty().bind(visibleProperty());
        fetch.stateProperty().addListener(_ -> show());
        WhileUsed.listen(this, texts.languageProperty(), this::show);
        show();
    }

    private void button(Button button, String key, Runnable work) {
        button.setId(key.replace('.', '-'));
        button.textProperty().bind(texts.of(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(key + ".tip"));
        button.setTooltip(tip);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
    }

    /**
     * Shows what is missing, nothing where all is there.
     *
     * @param reason why data of one's own cannot be used
     */
    void show(Optional<DataSource> absent, Optional<Message> reason) {
        if (!absent.map(DataSource::card).equals(missing.map(DataSource::card))) {
            chosenInVain = "";
        }
        missing = absent;
        why = reason;
        show();
    }

    /** Says that a folder that was chosen does not have it. */
    void inVain(String sentence) {
        chosenInVain = sentence;
        show();
    }

    private void show() {
        setVisible(missing.isPresent());
        if (missing.isEmpty()) {
            return;
        }
        DataCard card = missing.get().card();
        boolean published = card.published().isPresent();
        Optional<DataFetch.State.Loading> loading = fetch.stateProperty().get() instanceof DataFetch.State.Loading of
                        && of.card().equals(card)
                ? Optional.of(of)
                : Optional.empty();
        Optional<Message> failure = fetch.stateProperty().get() instanceof DataFetch.State.Failed of
                        && of.card().equals(card)
                ? Optional.of(of.message())
                : Optional.empty();
        progress.setVisible(loading.isPresent());
        stop.setVisible(loading.isPresent());
        download.setVisible(published && loading.isEmpty());
        download.setDisable(fetch.active());
        choose.setVisible(loading.isEmpty());
        progress.setProgress(loading.map(DataFetch.State.Loading::fraction)
                .filter(part -> !Double.isNaN(part))
                .orElse(ProgressBar.INDETERMINATE_PROGRESS));
        if (loading.isPresent()) {
            text.setText(texts.get(
                    "data.loading", card.title(), percent(loading.get().fraction())));
        } else if (failure.isPresent()) {
            text.setText(texts.get("data.failed", card.title(), failure.get()));
        } else {
            text.setText(
                    !chosenInVain.isEmpty()
                            ? chosenInVain
                            : published
                                    ? texts.get("data.missing", card.title(), size(card))
                                    : why.map(texts::text).orElse(""));
        }
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "…" : String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
    }

    private static String size(DataCard card) {
        long bytes = card.published().orElseThrow().downloads().stream()
                .mapToLong(RemoteFile::sizeBytes)
                .sum();
        return String.format(Locale.ROOT, "%.0f MiB", bytes / MEBIBYTE);
    }
}
