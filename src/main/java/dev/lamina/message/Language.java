package dev.lamina.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** A language that the program speaks. */
public enum Language {
    @JsonProperty("en")
    ENGLISH(Locale.ENGLISH),
    @JsonProperty("zh")
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    /** The variable of the environment that chooses one. */
    public static final String VARIABLE = "LAMINA_LANG";

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

    /** The one of this process: that of {@link #VARIABLE}, else the system's. */
    public static Language ofProcess() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .flatMap(Language::named)
                .orElseGet(() -> of(Locale.getDefault()));
    }

    /** What {@link #VARIABLE} says, where it names none of these, so that the system's stands in for it. */
    public static Optional<String> unknown() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(name -> !name.isEmpty() && named(name).isEmpty());
    }

    /** The one that a name such as "zh", "zh_CN" or "en_US.UTF-8" means; empty for others. */
    static Optional<Language> named(String name) {
        String language = name.split("[_.@-]", 2)[0];
        for (Language known : values()) {
            if (known.locale.getLanguage().equalsIgnoreCase(language)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
