package dev.lamina.ui.fx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A language of the window. */
public enum Language {
    @JsonProperty("en")
    ENGLISH(Locale.ENGLISH),
    @JsonProperty("zh")
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The one to begin with on a system of this locale. */
    public static Language of(Locale system) {
        return system.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
