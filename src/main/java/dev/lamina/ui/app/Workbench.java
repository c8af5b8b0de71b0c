package dev.lamina.ui.app;

import dev.lamina.archive.RunStore;
import dev.lamina.backend.FreeMemory;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.download.Download;
import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.graph.edit.History;
import dev.lamina.log.ErrorReport;
import dev.lamina.message.Language;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.editor.NetworkStrip;
import dev.lamina.ui.explore.ExploreView;
import dev.lamina.ui.figure.FigureWindow;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Preferences;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.Ticker;
import dev.lamina.ui.help.GuideWindow;
import dev.lamina.ui.help.WhatIsThis;
import dev.lamina.ui.run.EarlierRuns;
import dev.lamina.ui.run.Readiness;
import dev.lamina.ui.run.ReadingsPane;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunState;
import dev.lamina.ui.run.RunViewModel;
import dev.lamina.ui.teach.LabServices;
import dev.lamina.ui.teach.PlaneLab;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The content of the window, without the window itself: bars, the page of the workspace that is chosen, status. FX thread. */
public final class Workbench extends BorderPane {
    private static final long TICK_MILLIS = 100;
    private static final int TICKS_PER_STATUS = 3;
    private static final int TICKS_PER_COPY = 30;
    private static final int MOST_OLD_RUNS = 40;

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
    private final AtomicInteger checks = new AtomicInteger();
    private final RunPane runPane;
    private final RunActions runActions;
    private final FileActions fileActions;
    private final StatusBar status;
    private final StartPage startPage;
    private final ObjectProperty<Workspace> workspace = new SimpleObjectProperty<>(Workspace.BUILD);
    private final ObservableList<Node> canvasTools = FXCollections.observableArrayList();
    private final RunStrip strip;
    private final BuildPage build;
    private final Workspaces workspaces;
    private final ReadingsPane teaching;
    private final TeachPage teach;
    private final MissingData missing;
    private final HindranceBanner unfit;
    private final Ticker clock;
    private final GuideWindow guide;
    private @Nullable ExperimentPane pane;
    private int ticks;
    private int ticksSinceStatus;
    private boolean keeping = true;

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
                this::chooseRunFolder);
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
        this.teaching = readings(remembered.appearance());
        this.teach = new TeachPage(texts(), teaching, this::laboratory);
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
                new ViewActions(services.texts(), preferences, runPane.charts()::follow, runPaneAction()),
                new HelpActions(services.texts(), dialogs, () -> openGuide(GuideWindow.FIRST_PAGE)),
                new WorkspaceSwitch(services.texts(), workspace),
                canvasTools);
        workspace.addListener(_ -> chooseTools());
        setCenter(workspaces);
        WhatIsThis.listen(services.texts(), this, this::openGuide);
        setTop(new VBox(bars.node(), notices));
        setBottom(status);
        showStart();
        readOldRuns();
        offers.begin(notices);
        clock = new Ticker(services.fx(), TICK_MILLIS, this::tick);
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

    private void useTemplate(Template template) {
        show(ExperimentDocument.unsaved(template.config()));
    }

    private void useTemplateAndDownload(Template template) {
        missing.downloadNext();
        useTemplate(template);
    }

    private Path runFolder() {
        return new RunPlaces(services.runs()).first(preferences.get());
    }

    private void chooseRunFolder() {
        dialogs.folderOfRuns().ifPresent(folder -> {
            preferences.set(
                    preferences.get().withRunFolder(folder.toAbsolutePath().toString()));
            startPage.side().showFolder(runFolder());
            readOldRuns();
        });
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
        startPage.side().showFolder(runFolder());
        showLastRuns();
        hindrance.set(texts().get("start.nothingOpen"));
        workspaces.showStart();
        workspace.set(Workspace.BUILD);
        chooseTools();
    }

    private PlaneLab laboratory() {
        return PlaneLab.view(new LabServices(
                texts(),
                appearance.getReadOnlyProperty(),
                () -> Runs.byBackend(where()),
                services.fx(),
                services.background(),
                services.painter()));
    }

    private Workspaces workspaces() {
        NetworkStrip network = new NetworkStrip(texts(), id -> atNode(id, ExperimentPane::select));
        return new Workspaces(
                workspace,
                build,
                new TrainPage(network, runPane),
                new ExplorePage(
                        texts(),
                        runPane,
                        ExploreView.of(
                                texts(),
                                services.runs(),
                                appearance.getReadOnlyProperty(),
                                services.background(),
                                services.painter(),
                                services.fx(),
                                config -> show(ExperimentDocument.unsaved(config)))),
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

    private ReadingsPane readings(Appearance look) {
        return new ReadingsPane(
                texts(),
                look,
                services.painter(),
                services.fx(),
                runs::measure,
                request -> FigureWindow.open(
                        getScene() == null ? null : getScene().getWindow(),
                        texts(),
                        request,
                        services.background(),
                        services.fx()));
    }

    private Action runPaneAction() {
        BooleanBinding elsewhere = Bindings.createBooleanBinding(
                () -> workspace.get() != Workspace.BUILD || document.get().isEmpty(), workspace, document);
        return Action.of(
                        "runPane",
                        Material2OutlinedMZ.VERTICAL_SPLIT,
                        "Shortcut+J",
                        () -> build.openProperty().set(!build.openProperty().get()))
                .disabledBy(elsewhere);
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

    /** Finds out in the background whether the experiment could be run; only the last check counts. */
    private void check() {
        document.get().ifPresent(opened -> {
            int number = checks.incrementAndGet();
            status.show(opened.config().backend());
            DataLocation now = where();
            services.background().execute(() -> {
                if (number != checks.get()) {
                    return;
                }
                Readiness readiness = Readiness.of(opened.config(), now, FreeMemory.bytes());
                services.fx().execute(() -> take(opened, readiness, number));
            });
        });
    }

    private void take(ExperimentDocument opened, Readiness readiness, int number) {
        ExperimentPane shown = pane;
        if (number == checks.get() && shown != null) {
            hindrance.set(new Hindrance(texts()).of(readiness));
            shown.show(readiness);
            missing.show(opened, readiness);
            unfit.show(readiness, hindrance.get());
        }
    }

    private void readOldRuns() {
        List<Path> places = new RunPlaces(services.runs()).all(preferences.get());
        services.background().execute(() -> {
            var old = EarlierRuns.read(new RunStore(places), MOST_OLD_RUNS);
            services.fx().execute(() -> {
                runs.known().addEarlier(old);
                showLastRuns();
            });
        });
    }

    private void showLastRuns() {
        startPage.side().showRuns(runs.entries(), this::openRun);
    }

    private void tick() {
        ticksSinceStatus++;
        if (runs.stateProperty().get() != RunState.RUNNING) {
            // Nothing trains that drawing could slow; a step that was asked for is seen at once.
            runPane.charts().hurry();
        }
        // At the same moment, so that both come onto the screen in one picture of it.
        if (runPane.charts().tick() && ticksSinceStatus >= TICKS_PER_STATUS) {
            ticksSinceStatus = 0;
            status.tick();
            runPane.tick();
            strip.show();
        }
        if (++ticks % TICKS_PER_COPY == 0) {
            document.get().ifPresent(this::keep);
        }
    }

    private void keep(ExperimentDocument opened) {
        try {
            recovery.keep(opened);
            keeping = true;
        } catch (BadInputException e) {
            if (keeping) {
                keeping = false;
                notices.show(Notices.Kind.ERROR, texts().of("recovery.cannot", e.problem()), List.of());
            }
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
        if (!fileActions.mayLeave()) {
            return;
        }
        if (!runs.stateProperty().get().active()) {
            finish(closed);
            return;
        }
        if (dialogs.runGoesOn() == Dialogs.Closing.SAVE) {
            Optional<ExperimentConfig> answered = document.get().map(ExperimentDocument::config);
            once(runs.stateProperty(), state -> !state.active(), () -> {
                // Nobody was asked about what was changed while the run came to its end.
                if (document.get().map(ExperimentDocument::config).equals(answered) || fileActions.mayLeave()) {
                    finish(closed);
                }
            });
            runs.stop();
        }
    }

    private static <T> void once(ReadOnlyObjectProperty<T> property, Predicate<T> condition, Runnable work) {
        property.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends T> observed, T before, T now) {
                if (condition.test(now)) {
                    property.removeListener(this);
                    work.run();
                }
            }
        });
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
