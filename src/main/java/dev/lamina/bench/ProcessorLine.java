package dev.lamina.bench;

import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.Cores;
import dev.lamina.backend.DeviceDescription;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a report begins with: the processor, its instructions and widths in use, and what of it may be used. */
public final class ProcessorLine {
    private ProcessorLine() {}

    /** @param name of the processor */
    public static List<String> of(String name) {
        return BackendProvider.of(LaminaWorkload.CPU.id())
                .map(provider -> List.of(of(
                        name,
                        provider.create().device(),
                        LaminaContestant.unserved(LaminaContestant.BF16).isEmpty(),
                        Cores.quota())))
                .orElse(List.of());
    }

    static String of(String name, DeviceDescription device, boolean bf16, OptionalDouble quota) {
        return name + ": " + device.name() + "; " + device.driver() + "; bf16: " + (bf16 ? "yes" : "no")
                + (quota.isPresent() ? String.format(Locale.ROOT, "; a quota of %.2f cores", quota.getAsDouble()) : "");
    }
}
