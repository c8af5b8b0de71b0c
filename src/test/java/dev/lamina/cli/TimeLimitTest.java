package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.tensor.BadInputException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
    @ParameterizedTest
    @CsvSource({"1h30m,PT1H30M", "45m,PT45M", "90s,PT90S", "2d,P2D", "1d2h3m4s,P1DT2H3M4S"})
    void aTimeIsWrittenInDaysHoursMinutesAndSeconds(String text, Duration time) {
        assertEquals(time, TimeLimit.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "0s", "m", "-1h", "1h 30m", "30m1h", "1.5h", "99999999999999999999s"})
    void whatIsNoTimeIsRefusedWithAnExample(String text) {
        String message = assertThrows(BadInputException.class, () -> TimeLimit.parse(text))
                .getMessage();
        assertEquals("--time-limit " + text + ": is no time above 0; write it like 1h30m, 45m, 90s or 2d", message);
    }
}
