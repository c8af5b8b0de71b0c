package dev.lamina.ui.app;

import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Menu bar with the switch of workspaces, and tool bar. */
final class WorkbenchBars {
    private static final double MOST_OF_THE_BAR = 0.28;
    private static final double TIP_WIDTH = 480;

    private final Texts texts;
    private final VBox node;

    WorkbenchBars(
            Texts texts,
            ReadOnlyObjectProperty<Optional<ExperimentDocument>> shown,
            FileActions files,
            EditActions edits,
            RunActions runs,
            ViewActions view,
            HelpActions help,
            WorkspaceSwitch workspaces,
            ObservableList<Node> canvasTools) {
        this.texts = texts;
        Menu edit = menu("menu.edit", List.of());
        edit.getItems().addAll(edits.menuItems());
        Menu runMenu = menu("menu.run", runs.all());
        runMenu.getItems().addAll(new SeparatorMenuItem(), view.ownProcess());
        MenuBar menus = new MenuBar(
                menu("menu.file", files.all()),
                edit,
                runMenu,
                viewMenu(view, workspaces),
                menu("menu.help", help.all()));
        menus.setUseSystemMenuBar(true);
        ToolBar tools = new ToolBar();
        files.all().stream().limit(3).forEach(action -> tools.getItems().add(action.button(texts)));
        tools.getItems().add(new Separator(Orientation.VERTICAL));
        tools.getItems().addAll(edits.buttons());
        tools.getItems().add(new Separator(Orientation.VERTICAL));
        tools.getItems().addAll(runs.buttons(texts));
        tools.getItems().addAll(new Separator(Orientation.VERTICAL), title(tools, shown));
        List<Node> always = List.copyOf(tools.getItems());
        canvasTools.addListener((InvalidationListener) _ -> {
            List<Node> all = new ArrayList<>(always);
            if (!canvasTools.isEmpty()) {
                all.add(space());
                all.addAll(canvasTools);
            }
            tools.getItems().setAll(all);
        });
        HBox top = new HBox(
                menus,
                space(),
                workspaces,
                space(),
                view.language().button(texts),
                view.appearance().button(texts));
        top.setId("top-line");
        top.getStyleClass().add("top-line");
        top.setAlignment(Pos.CENTER_LEFT);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        node = new VBox(top, tools);
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Menu viewMenu(ViewActions view, WorkspaceSwitch workspaces) {
        Menu menu = menu("menu.view", workspaces.actions());
        menu.getItems().add(new SeparatorMenuItem());
        view.all().forEach(action -> menu.getItems().add(action.menuItem(texts)));
        return menu;
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

    /** The experiment's name; a dot marks changes that no file holds. A long name is shortened, not the tool bar. */
    private static Label title(ToolBar tools, ReadOnlyObjectProperty<Optional<ExperimentDocument>> shown) {
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
        shown.addListener((_, _, opened) -> {
            title.textProperty().unbind();
            title.setText("");
            opened.ifPresent(document -> title.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> WindowTitle.of(document), document.configProperty(), document.changedProperty())));
        });
        return title;
    }
}
