package dev.lamina.train;

import dev.lamina.backend.tornado.TornadoBackendProvider;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.HorizontalFlip;
import dev.lamina.data.PadCrop;
import dev.lamina.data.Remainder;
import dev.lamina.event.CommandQueue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TornadoInputTest {
    @Test
    @Tag("slow")
    void aRunWhoseImagesTheDevicePreparesIsTheReferencesToRounding() {
        TrainingPlan plan =
                RawInputTest.with(new BatchPlan(8, Remainder.KEEP, List.of(new PadCrop(1), new HorizontalFlip())));
        SmallRun.Result onDevice = SmallRun.run(
                new TornadoBackendProvider().create(), plan, Optional.empty(), new CommandQueue(), (_, _) -> {});
        RawInputTest.assertSameRun(SmallRun.start(plan), onDevice);
    }
}
