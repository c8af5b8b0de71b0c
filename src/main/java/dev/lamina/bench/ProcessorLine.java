package dev.lamina.bench;

import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.Cores;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.message.Message;
import java.util.List;
import java.util.OptionalDouble;

/** What a report begins with: the processor, its instructions and widths in use, and what of it may be used. */
public final class ProcessorLine {
    private ProcessorLine() {}

    /** @param name of the processor */
    public static List<Message> of(String name) {
        return BackendProvider.of(LaminaWorkload.CPU.id())
                .map(provider -> List.of(of(
                        name,
                        provider.create().device(),
                        LaminaWorkload.unserved(LaminaContestant.BF16).isEmpty(),
                        Cores.quota())))
                .orElse(List.of());
    }

    static Message of(String name, DeviceDescription device, boolean bf16, OptionalDouble quota) {
        Message features = Message.of(bf16 ? "bench.hasBf16" : "bench.hasNoBf16", device.name(), device.driver());
        return (quota.isPresent() ? Message.of("bench.quota", features, quota.getAsDouble()) : features).at(name);
    }
}
