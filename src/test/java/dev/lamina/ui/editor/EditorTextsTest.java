package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EditorTextsTest {
    private static Properties texts(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = EditorTextsTest.class.getResourceAsStream("/dev/lamina/ui/" + name + ".properties")) {
            assertNotNull(in, name);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameArguments() throws IOException {
        compare(texts("editor/editor"), texts("editor/editor_zh"));
    }

    private static void compare(Properties english, Properties chinese) {
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(chinese.getProperty(key)), key);
        }
    }

    private static long arguments(String text) {
        return List.of(text.split("%(\\d\\$)?s", -1)).size();
    }
}
