package dev.lamina.ui.form;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Layer;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.nn.optim.Schedule;
import dev.lamina.setting.SettingValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartValuesTest {
    @Test
    void everyTypeHasSome() {
        for (Class<?> sealed :
                List.of(Layer.class, Activation.class, Block.class, Head.class, Optimizer.class, Schedule.class)) {
            for (SettingValues.Choice choice : SettingValues.choices(sealed)) {
                assertDoesNotThrow(() -> StartValues.of(choice.type()), choice.id());
            }
        }
    }

    @Test
    void theyAreWhatIsUsual() {
        assertEquals(new Conv2d(16, 3, 1, 1, 1, 1, false), StartValues.of(Conv2d.class));
        assertEquals(new MaxPool(2, 2, 0), StartValues.of(MaxPool.class));
    }
}
