package dev.lamina;

import java.lang.reflect.InvocationTargetException;

/**
 * What {@code java -jar} starts. It is compiled for Java 8, so that an older Java says in one line what is missing instead of
 * failing to read {@code dev.lamina.Lamina}, to which every other one goes on.
 */
public final class Start {
    private static final int OLDEST = 25;

    private Start() {}

    public static void main(String[] args) throws Throwable {
        String hindrance = hindrance(System.getProperty("java.specification.version", ""));
        if (!hindrance.isEmpty()) {
            System.err.println("lamina: " + hindrance);
            System.exit(2);
        }
        try {
            Class.forName("dev.lamina.Lamina").getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Why a version of Java is not enough, and what is; empty where it is. */
    static String hindrance(String version) {
        return number(version) >= OLDEST
                ? ""
                : "this is Java " + version + "; get JDK " + OLDEST
                        + " or newer, for example from https://adoptium.net, and"
                        + " start lamina.jar with the java in its folder bin";
    }

    /** 8 of "1.8", 17 of "17", 0 of what is no version. */
    private static int number(String version) {
        String text = version.startsWith("1.") ? version.substring(2) : version;
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
