package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A trained number of an activation, float32: one value per channel (memory padded with zeros to whole blocks), or one
 * value for all channels.
 */
public record ChannelParameter(Sharing sharing, MemorySegment memory) {
    /** Who has a value of their own. */
    public enum Sharing {
        PER_CHANNEL,
        SHARED
    }

    public static ChannelParameter perChannel(MemorySegment memory) {
        return new ChannelParameter(Sharing.PER_CHANNEL, memory);
    }

    public static ChannelParameter shared(MemorySegment memory) {
        return new ChannelParameter(Sharing.SHARED, memory);
    }

    float get(int channel) {
        return memory.getAtIndex(ValueLayout.JAVA_FLOAT, sharing == Sharing.SHARED ? 0 : channel);
    }

    /** Overwrites with per-channel sums; a shared parameter gets their total. */
    void set(double[] sums, int from, int channels) {
        if (sharing == Sharing.PER_CHANNEL) {
            for (int c = 0; c < channels; c++) {
                memory.setAtIndex(ValueLayout.JAVA_FLOAT, c, (float) sums[from + c]);
            }
        } else {
            double total = 0;
            for (int c = 0; c < channels; c++) {
                total += sums[from + c];
            }
            memory.set(ValueLayout.JAVA_FLOAT, 0, (float) total);
        }
    }
}
