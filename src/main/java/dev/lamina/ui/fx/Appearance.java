package dev.lamina.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.figure.Theme;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** How the window is colored. */
public enum Appearance {
    @JsonProperty("light")
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    @JsonProperty("dark")
    DARK(new PrimerDark().getUserAgentStylesheet());

    private static final String OWN_RULES = "/dev/lamina/ui/fx/lamina.css";

    private final String stylesheet;

    Appearance(String stylesheet) {
        this.stylesheet = stylesheet;
    }

    /** Colors every window of the program. FX thread. */
    public void apply() {
        Application.setUserAgentStylesheet(stylesheet);
    }

    /** Adds the rules that AtlantaFX lacks, for ControlsFX and for our own regions. */
    public static void dress(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Appearance.class.getResource(OWN_RULES))
                        .toExternalForm());
    }

    /** What charts in the window are painted with. */
    public Theme theme() {
        return this == LIGHT ? Theme.SCREEN_LIGHT : Theme.SCREEN_DARK;
    }

    public Appearance other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
