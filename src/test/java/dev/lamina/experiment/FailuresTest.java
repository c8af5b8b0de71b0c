package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void badInputIsToldByItsMessageAndEverythingElseByItsKindToo() {
        assertEquals(
                "disk full; free space",
                Failures.line(new BadInputException(Message.verbatim("disk full; free space")))
                        .toString());
        assertEquals(
                "java.lang.IllegalStateException: out of order",
                Failures.line(new IllegalStateException("out of order")).toString());
    }

    @Test
    void aMessageOfManyLinesInColorsBecomesOneInPlainText() {
        assertEquals(
                "java.lang.IllegalStateException: Bailout is disabled.",
                Failures.line(new IllegalStateException("\u001B[31mBailout is disabled. \nReason: x\u001B[0m"))
                        .toString());
    }
}
