package dev.lamina.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changes in the environment for a virtual machine that this one starts with its own options. */
final class ChildEnvironment {
    /** Their options stand on the new command line already; twice, each would be announced twice. */
    private static final List<String> OPTIONS = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    /** In the order in which they decide how file names are read. */
    private static final List<String> LOCALES = List.of("LC_ALL", "LC_CTYPE", "LANG");

    private ChildEnvironment() {}

    /**
     * Changes by variable, empty for one that goes. The locale C knows no letter beyond ASCII, so that a folder with a
     * Chinese name could not even be named; its sister C.UTF-8 is the same in everything else. Other locales stay.
     */
    static Map<String, Optional<String>> changes(Map<String, String> environment) {
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        OPTIONS.stream().filter(environment::containsKey).forEach(name -> changes.put(name, Optional.empty()));
        Optional<String> deciding = LOCALES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .findFirst();
        if (deciding.map(environment::get).map(ChildEnvironment::isPlain).orElse(true)) {
            changes.put(deciding.filter("LC_ALL"::equals).orElse("LC_CTYPE"), Optional.of("C.UTF-8"));
        }
        return changes;
    }

    private static boolean isPlain(String locale) {
        return List.of("C", "POSIX").contains(locale);
    }
}
