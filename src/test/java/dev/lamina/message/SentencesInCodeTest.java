package dev.lamina.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesInCodeTest {
    @Test
    void list() throws IOException {
        Map<String, List<String>> found = SentencesInCode.byFile();
        found.forEach((file, sentences) ->
                sentences.forEach(text -> System.out.println("SENTENCE " + file + ": " + text.replace("\n", "\\n"))));
        assertTrue(!found.isEmpty());
    }
}
