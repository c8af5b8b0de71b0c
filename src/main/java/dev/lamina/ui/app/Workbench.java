package dev.lamina.ui.app;

import dev.lamina.archive.RunStore;
import dev.lamina.data.DataLocation;
import dev.lamina.data.download.Download;
import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.graph.edit.History;
import dev.lamina.log.ErrorReport;
import dev.lamina.message.Language;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.editor.NetworkStrip;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Preferences;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.Ticker;
import dev.lamina.ui.help.GuideWindow;
import dev.lamina.ui.help.WhatIsThis;
import dev.lamina.ui.run.Readiness;
import dev.lamina.ui.run.ReadingsPane;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The content of the window, without the window itself: bars, the page of the workspace that is chosen, status. FX thread. */
public final class Workbench extends BorderPane {

    private final Services services;
    private final Dialogs dialogs;
    private final RunViewModel runs;
    private final Recovery recovery;
    private final RecoveryOffers offers;
    private final Notices notices;
    private final ErrorNotice errors;
    private final OutsideWatch outside;
    private final ObjectProperty<Preferences> preferences;
    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final ReadOnlyObjectWrapper<Optional<ExperimentDocument>> document =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty hindrance = new SimpleStringProperty("");
    private final RunPane runPane;
    private final RunActions runActions;
    private final FileActions fileActions;
    private final StatusBar status;
    private final StartPage startPage;
    private final OldRuns oldRuns;
    private final ObjectProperty<Workspace> workspace = new SimpleObjectProperty<>(Workspace.BUILD);
    private final ObservableList<Node> canvasTools = FXCollections.observableArrayList();
    private final RunStrip strip;
    private final BuildPage build;
    private final Workspaces workspaces;
    private final PageContents contents;
    private final ReadingsPane teaching;
    private final TeachPage teach;
    private final ReadinessCheck readiness;
    private final MissingData missing;
    private final HindranceBanner unfit;
    private final Ticker clock;
    private final GuideWindow guide;
    private @Nullable ExperimentPane pane;

    public Workbench(Services services, Dialogs dialogs, Preferences remembered) {
        this.services = services;
        this.dialogs = dialogs;
        this.preferences = new SimpleObjectProperty<>(remembered);
        this.appearance = new ReadOnlyObjectWrapper<>(remembered.appearance());
        this.runs = new RunViewModel(() -> preferences.get().training().runs(where()), services.fx());
        this.recovery = new Recovery(services.memory());
        this.fileActions = new FileActions(
                documentProperty(), dialogs, this::open, this::showStart, this::remember, recovery::letGo);
        this.runActions = new RunActions(runs, () -> document.get().orElse(null), hindrance, this::runFolder);
        this.runPane = new RunPane(
                services, runs, appearance.getReadOnlyProperty(), runActions, dialogs::show, remembered.chartShare());
        this.status = new StatusBar(services, runs, documentProperty());
        this.startPage = new StartPage(
                services,
                this::where,
                this::useTemplate,
                this::useTemplateAndDownload,
                fileActions.open(),
                () -> dialogs.folderOfRuns().ifPresent(this::chooseRunFolder));
        this.oldRuns = new OldRuns(services, preferences, runs, startPage, this::openRun);
        this.readiness = new ReadinessCheck(services, this::where, this::take);
        this.missing = new MissingData(
                services.texts(),
                new DataFetch(Download::published, services.fx()),
                dialogs,
                this::where,
                this::lookFirstIn,
                this::check);
        this.guide = new GuideWindow(services.texts(), dialogs::browse);
        this.unfit = new HindranceBanner(services.texts(), id -> atNode(id, ExperimentPane::flattenBefore));
        this.notices = new Notices(services.texts());
        this.errors = new ErrorNotice(services.texts(), dialogs, notices);
        this.offers = new RecoveryOffers(services.texts(), dialogs, recovery, startPage, this::show);
        this.outside = new OutsideWatch(services, notices, document::get, known -> open(known.path()));
        this.strip = new RunStrip(texts(), runs);
        this.build = new BuildPage(startPage, runPane, strip, runs, remembered.experimentShare());
        this.contents = new PageContents(services, this::where, appearance.getReadOnlyProperty(), runs);
        this.teaching = contents.readings(this::getScene);
        this.teach = new TeachPage(texts(), teaching, contents::laboratory);
        this.workspaces = workspaces();
        services.texts().languageProperty().set(remembered.language());
        preferences.addListener((_, before, now) -> follow(before, now));
        hindrance.addListener((_, _, why) -> status.setHindrance(why));
        EditActions edits = new EditActions(services.texts(), documentProperty());
        edits.alsoByKeyIn(this);
        WorkbenchBars bars = new WorkbenchBars(
                services.texts(),
                documentProperty(),
                fileActions,
                edits,
                runActions,
                new ViewActions(
                        services.texts(), preferences, runPane.charts()::follow, build.toggle(workspace, document)),
                new HelpActions(services.texts(), dialogs, () -> openGuide(GuideWindow.FIRST_PAGE)),
                new WorkspaceSwitch(services.texts(), workspace),
                canvasTools);
        workspace.addListener(_ -> chooseTools());
        setCenter(workspaces);
        WhatIsThis.listen(services.texts(), this, this::openGuide);
        setTop(new VBox(bars.node(), notices));
        setBottom(status);
        showStart();
        oldRuns.read();
        offers.begin(notices);
        Autosave copies = new Autosave(recovery, notices, texts());
        Pulse pulse =
                new Pulse(runs, runPane, status, strip, () -> document.get().ifPresent(copies::keep));
        clock = new Ticker(services.fx(), Pulse.MILLIS, pulse::tick);
    }

    public RunViewModel runs() {
        return runs;
    }

    Texts texts() {
        return services.texts();
    }

    /** The experiment that is open, if one is. */
    public ReadOnlyObjectProperty<Optional<ExperimentDocument>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Sizes, colors, language and recent files as they are now. */
    public Preferences preferences() {
        return preferences.get().withShares(build.share(), runPane.share());
    }

    private void openGuide(String page) {
        guide.open(getScene().getWindow(), page);
    }

    /** Where data sets are looked for. */
    private DataLocation where() {
        String folder = preferences.get().dataFolder();
        return folder.isBlank() ? services.where() : services.where().after(Path.of(folder));
    }

    private void lookFirstIn(Path folder) {
        preferences.set(preferences.get().withDataFolder(folder.toAbsolutePath().toString()));
    }

    /** Why the open experiment cannot be run, empty if it can. */
    public StringProperty hindranceProperty() {
        return hindrance;
    }

    RunPane runPane() {
        return runPane;
    }

    /** What the window is used for now. */
    ObjectProperty<Workspace> workspaceProperty() {
        return workspace;
    }

    @Nullable
    ExperimentPane experimentPane() {
        return pane;
    }

    /** Colors the window differently. */
    public void setAppearance(Appearance other) {
        preferences.set(preferences.get().with(other));
    }

    public void setLanguage(Language language) {
        preferences.set(preferences.get().with(language));
    }

    private void follow(Preferences before, Preferences now) {
        if (now.appearance() != before.appearance()) {
            appearance.set(now.appearance());
            now.appearance().apply();
            runPane.charts().setAppearance(now.appearance());
            teaching.setAppearance(now.appearance());
        }
        if (now.language() != before.language()) {
            texts().languageProperty().set(now.language());
            check();
        }
    }

    /** Trains from the next run on where it is preferred. */
    void setTrainingPlace(RunPlace place) {
        preferences.set(preferences.get().with(preferences.get().training().with(place)));
    }

    private Path runFolder() {
        return oldRuns.folder();
    }

    private void chooseRunFolder(Path folder) {
        oldRuns.choose(folder);
    }

    private void useTemplate(Template template) {
        show(ExperimentDocument.unsaved(template.config()));
    }

    private void useTemplateAndDownload(Template template) {
        missing.downloadNext();
        useTemplate(template);
    }

    /** The experiment of a run as one that no file holds, and the run's curves. */
    private void openRun(RunEntry run) {
        if (!fileActions.mayLeave()) {
            return;
        }
        try {
            show(ExperimentDocument.unsaved(RunStore.open(run.folder()).config()));
            run.shownProperty().set(true);
        } catch (BadInputException e) {
            dialogs.failed(e.problem());
        }
    }

    /** Opens a file after asking about the experiment that is open; says so if it is none. */
    public void open(Path file) {
        if (!fileActions.mayLeave()) {
            return;
        }
        try {
            show(ExperimentDocument.open(file));
            remember(file);
        } catch (BadInputException e) {
            dialogs.failed(e.problem());
        }
    }

    /** The open experiment is what the file holds. */
    private void remember(Path file) {
        outside.withdraw();
        preferences.set(preferences.get().withRecent(file.toAbsolutePath().toString()));
    }

    /** Shows an experiment instead of whatever was there. */
    public void show(ExperimentDocument opened) {
        outside.withdraw();
        document.set(Optional.of(opened));
        ExperimentPane experiment = new ExperimentPane(services, this::where, opened, appearance.getReadOnlyProperty());
        pane = experiment;
        opened.configProperty().addListener(_ -> check());
        // What was restored may be of other data than the experiment has now.
        opened.history().listen(happening -> {
            if (happening == History.Happening.RESTORED) {
                check();
            }
        });
        runs.forgetFailure();
        experiment.tools().addListener((InvalidationListener) _ -> chooseTools());
        workspaces.show(opened, experiment);
        workspace.set(Workspace.BUILD);
        chooseTools();
        check();
    }

    /** Back to templates and recent files; nothing is asked. */
    void showStart() {
        outside.withdraw();
        document.set(Optional.empty());
        pane = null;
        runs.forgetFailure();
        startPage.check();
        startPage.side().showRecent(preferences.get().recentFiles(), this::open);
        startPage.side().showFolder(oldRuns.folder());
        oldRuns.show();
        hindrance.set(texts().get("start.nothingOpen"));
        workspaces.showStart();
        workspace.set(Workspace.BUILD);
        chooseTools();
    }

    private Workspaces workspaces() {
        NetworkStrip network = new NetworkStrip(texts(), id -> atNode(id, ExperimentPane::select));
        return new Workspaces(
                workspace,
                build,
                new TrainPage(network, runPane),
                new ExplorePage(texts(), runPane, contents.explore(config -> show(ExperimentDocument.unsaved(config)))),
                new FigurePage(services, runs),
                teach,
                runs,
                new VBox(
                        missing.banner(),
                        unfit,
                        new FailureBanner(
                                texts(),
                                runs,
                                new RunRemedies(() -> document.get().orElse(null), runActions::run)::of)));
    }

    private void atNode(String id, BiConsumer<ExperimentPane, String> work) {
        workspace.set(Workspace.BUILD);
        if (pane != null) {
            work.accept(pane, id);
        }
    }

    /** The canvas's tools are there while it is. */
    private void chooseTools() {
        ExperimentPane shown = workspace.get() == Workspace.BUILD ? pane : null;
        canvasTools.setAll(shown == null ? List.of() : shown.tools());
    }

    private void check() {
        document.get().ifPresent(opened -> {
            status.show(opened.config().backend());
            readiness.of(opened);
        });
    }

    private void take(Readiness found) {
        ExperimentPane shown = pane;
        if (shown != null) {
            hindrance.set(new Hindrance(texts()).of(found));
            shown.show(found);
            document.get().ifPresent(opened -> missing.show(opened, found));
            unfit.show(found, hindrance.get());
        }
    }

    /** Says that something failed which nobody expected to. */
    void show(ErrorReport report) {
        errors.show(report);
    }

    /** Finds out whether someone else changed the open experiment's file. */
    void lookOutside() {
        outside.look();
    }

    /**
     * Asks about changes and about a run that goes on, and stops it; then the window may close.
     *
     * @param closed called when everything is safe; not at all if the person stays
     */
    public void close(Runnable closed) {
        new WindowClosing(fileActions, runs, dialogs, document::get).ask(() -> finish(closed));
    }

    /** Ends what goes on by itself; nothing is handed to other threads after it. */
    void stopClock() {
        clock.stop();
        teach.close();
    }

    private void finish(Runnable closed) {
        stopClock();
        missing.close();
        recovery.letGo();
        offers.end();
        try {
            services.preferences().write(preferences());
        } catch (BadInputException _) {
            // Sizes that are not remembered are no reason to stay.
        }
        closed.run();
    }
}
