package dev.lamina.ui.app;

import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Language;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Menu bar and tool bar. */
final class WorkbenchBars {
    private static final double MOST_OF_THE_BAR = 0.28;
    private static final double TIP_WIDTH = 480;

    private final Workbench workbench;
    private final Texts texts;
    private final VBox node;

    WorkbenchBars(Workbench workbench, FileActions files, EditActions edits, RunActions runs, HelpActions help) {
        this.workbench = workbench;
        this.texts = workbench.texts();
        Action appearance = Action.of(
                "appearance",
                Material2OutlinedAL.BRIGHTNESS_4,
                "Shortcut+Shift+D",
                () -> workbench.setAppearance(
                        workbench.appearanceProperty().get().other()));
        Action language = Action.of("language", Material2OutlinedMZ.TRANSLATE, "Shortcut+Shift+L", this::otherLanguage);
        Action follow = Action.of("follow", Material2OutlinedMZ.ZOOM_OUT_MAP, "Shortcut+0", workbench.followCharts());
        Menu edit = menu("menu.edit", List.of());
        edit.getItems().addAll(edits.menuItems());
        Menu runMenu = menu("menu.run", runs.all());
        runMenu.getItems().addAll(new SeparatorMenuItem(), ownProcess());
        MenuBar menus = new MenuBar(
                menu("menu.file", files.all()),
                edit,
                runMenu,
                menu("menu.view", List.of(follow, appearance, language)),
                menu("menu.help", help.all()));
        menus.setUseSystemMenuBar(true);
        ToolBar tools = new ToolBar();
        files.all().stream().limit(3).forEach(action -> tools.getItems().add(action.button(texts)));
        tools.getItems().add(new Separator(Orientation.VERTICAL));
        tools.getItems().addAll(edits.buttons());
        tools.getItems().add(new Separator(Orientation.VERTICAL));
        Action run = runs.all().getFirst();
        tools.getItems().add(run.button(texts, "success"));
        runs.all().stream().skip(1).forEach(action -> tools.getItems().add(action.button(texts)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tools.getItems()
                .addAll(
                        new Separator(Orientation.VERTICAL),
                        title(tools),
                        space,
                        language.button(texts),
                        appearance.button(texts));
        node = new VBox(menus, tools);
    }

    Node node() {
        return node;
    }

    private Menu menu(String key, List<Action> actions) {
        Menu menu = new Menu();
        menu.textProperty().bind(texts.of(key));
        actions.forEach(action -> menu.getItems().add(action.menuItem(texts)));
        return menu;
    }

    private CheckMenuItem ownProcess() {
        CheckMenuItem item = new CheckMenuItem();
        item.setId("ownProcess");
        item.textProperty().bind(texts.of("ownProcess"));
        item.setAccelerator(KeyCombination.keyCombination("Shortcut+Shift+P"));
        item.setSelected(workbench.preferences().training().place() == RunPlace.OWN_PROCESS);
        item.selectedProperty()
                .addListener(
                        (_, _, own) -> workbench.setTrainingPlace(own ? RunPlace.OWN_PROCESS : RunPlace.BY_BACKEND));
        return item;
    }

    private void otherLanguage() {
        Language now = texts.languageProperty().get();
        workbench.setLanguage(now == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH);
    }

    /** The experiment's name; a dot marks changes that no file holds. A long name is shortened, not the tool bar. */
    private Label title(ToolBar tools) {
        Label title = new Label() {
            @Override
            protected double computePrefWidth(double height) {
                return Math.min(super.computePrefWidth(height), MOST_OF_THE_BAR * tools.getWidth());
            }
        };
        title.setId("title");
        title.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(title.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(TIP_WIDTH);
        title.setTooltip(whole);
        tools.widthProperty().addListener(_ -> title.requestLayout());
        workbench.documentProperty().addListener((_, _, opened) -> {
            title.textProperty().unbind();
            title.setText("");
            opened.ifPresent(document -> title.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> WindowTitle.of(document), document.configProperty(), document.changedProperty())));
        });
        return title;
    }
}
