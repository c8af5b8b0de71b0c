package dev.lamina.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ClassPathRemarkTest {
    @Test
    void onlyTheRemarkOnTheClassPathIsKeptFromTheTerminal() {
        List<String> passed = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                passed.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger javafx = Logger.getLogger("javafx");
        javafx.setUseParentHandlers(false);
        javafx.addHandler(handler);
        try {
            ClassPathRemark.silence();
            javafx.warning("Unsupported JavaFX configuration: classes were loaded from 'unnamed module @1'");
            javafx.warning("Error: no pipeline");
            assertEquals(List.of("Error: no pipeline"), passed);
        } finally {
            javafx.removeHandler(handler);
            javafx.setUseParentHandlers(true);
        }
    }
}
