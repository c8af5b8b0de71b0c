package dev.lamina.message;

import static dev.lamina.message.Language.CHINESE;
import static dev.lamina.message.Language.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessageTest {
    private final Message missing = Message.of("tensor.missingFile");

    @Test
    void aRemedyFollowsWhatIsWrongAndStandsAlone() {
        Message message = Message.of("tensor.noTemporaryFolder", missing).at("/tmp");
        assertEquals(
                "/tmp: no temporary folder can be made here (it is missing); set HOME, or java.io.tmpdir, to a folder"
                        + " that can be written",
                message.toString());
        assertEquals("/tmp：这里无法建立临时文件夹（文件不存在）", message.what(CHINESE));
        assertEquals(Optional.of("把 HOME 或 java.io.tmpdir 设为可写的文件夹"), message.remedy(CHINESE));
        assertEquals(Optional.empty(), missing.remedy(CHINESE));
        assertEquals(
                "/tmp: no temporary folder can be made here (it is missing)",
                message.withoutRemedy().toString());
    }

    @Test
    void wordsOfOthersStayAsTheyAreOnOneLine() {
        assertEquals(
                "100 %s\\nof {1:a|b}", Message.verbatim("100 %s\nof {1:a|b}").text(ENGLISH));
        assertEquals(
                "x".repeat(60) + "… a", Message.verbatim("x".repeat(300) + " a").text(CHINESE));
        assertEquals(2003, Message.verbatim("ab ".repeat(5000)).text(ENGLISH).length());
    }

    @Test
    void listsAreJoinedAsTheLanguageDoes() {
        Message list = Message.of("tensor.fileInTheWay", List.of("a", missing));
        assertEquals("a, it is missing is in the way", list.text(ENGLISH));
        assertEquals("a、文件不存在 已经存在，占了位置", list.text(CHINESE));
    }

    @Test
    void aMessageComesBackFromJsonAndAnOldTextIsReadAsOne() {
        var mapper = new JsonMapper();
        Message message =
                Message.of("tensor.fileInTheWay", List.of("a", missing, 3)).at("b");
        assertEquals(message, mapper.readValue(mapper.writeValueAsString(message), Message.class));
        assertEquals(Message.verbatim("it broke"), mapper.readValue("\"it broke\"", Message.class));
    }

    @Test
    void aNumberThatIsNoneIsShownAsItIs() {
        var mapper = new JsonMapper();
        Message message = Message.of("experiment.shortage", 8, Double.NaN, 1.25);
        assertEquals(
                "training with batches of 8 takes NaN GiB, 1.3 GiB of memory are free",
                message.what(ENGLISH).replace("1.25", "1.3"));
        assertEquals(
                "training with batches of 8 takes NaN GiB, 1.25 GiB of memory are free",
                mapper.readValue(mapper.writeValueAsString(message), Message.class)
                        .what(ENGLISH));
    }

    @Test
    void whatAnotherVersionSaidIsShownInItsEnglish() {
        var mapper = new JsonMapper();
        String unknown = """
                {"key": "tensor.ofTomorrow", "arguments": [1], "text": "one of tomorrow"}""";
        String fewer = """
                {"key": "tensor.fileInTheWay", "arguments": [], "text": "something is in the way"}""";
        String inside = """
                {"key": "message.at", "arguments": ["a", %s], "text": "a: one of tomorrow"}""".formatted(unknown);
        assertEquals("one of tomorrow", mapper.readValue(unknown, Message.class).text(CHINESE));
        assertEquals(
                "something is in the way",
                mapper.readValue(fewer, Message.class).text(CHINESE));
        assertEquals(
                "a：one of tomorrow", mapper.readValue(inside, Message.class).text(CHINESE));
    }

    @Test
    void severalStandOneBehindTheOther() {
        assertEquals(Optional.empty(), Message.together(List.of()));
        assertEquals(
                "it is missing; b",
                Message.together(List.of(missing, Message.verbatim("b")))
                        .orElseThrow()
                        .toString());
    }

    @Test
    void aKeyWithoutATextIsShownWithItsArguments() {
        assertEquals("nobody.wrote [1]", Message.of("nobody.wrote", 1).toString());
    }

    @Test
    void aLanguageIsKnownByTheNameThatSystemsGiveIt() {
        assertEquals(Optional.of(CHINESE), Language.named("zh_CN.UTF-8"));
        assertEquals(Optional.of(ENGLISH), Language.named("en"));
        assertEquals(Optional.empty(), Language.named("C"));
    }
}
