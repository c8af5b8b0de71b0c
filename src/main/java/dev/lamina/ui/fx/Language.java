package dev.lamina.ui.fx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A language of the window. */
public enum Language {
    @JsonProperty("en")
    ENGLISH(Locale.ENGLISH, "English"),
    @JsonProperty("zh")
    CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    /** The one to begin with on a system of this locale. */
    public static Language of(Locale system) {
        return system.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
