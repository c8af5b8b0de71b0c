package dev.lamina.backend.cpu.memory;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When each planned buffer of a list of steps is in use, and which may share memory outright: an overlay lets the
 * result of a step take the place of an operand that no later step needs.
 */
public final class Lifetimes {
    /** Steps from first to last, both included. */
    public record Span(int first, int last) {
        boolean overlaps(Span other) {
            return first <= other.last && other.first <= last;
        }

        Span with(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private final Map<Buffer.Planned, Span> spans = new LinkedHashMap<>();
    private final IdentityHashMap<Buffer.Planned, Buffer.Planned> hosts = new IdentityHashMap<>();

    /** A step reads or writes a buffer; fixed ones need no planning. */
    public void touch(Buffer buffer, int step) {
        if (buffer instanceof Buffer.Planned planned) {
            spans.merge(planned, new Span(step, step), Span::with);
        }
    }

    /**
     * Puts the result of a step into its operand's memory, if the operand has enough of it, ends its life at this very
     * step, and the result begins its own there. To be called in the order of the steps, after all are touched.
     */
    public void overlay(Buffer result, Buffer operand, int step) {
        if (!(result instanceof Buffer.Planned guest) || !(operand instanceof Buffer.Planned planned)) {
            return;
        }
        Buffer.Planned host = host(planned);
        Span span = spans.get(host);
        Span guestSpan = spans.get(guest);
        boolean fits = guest.sizeBytes() <= host.sizeBytes() && !hosts.containsKey(guest) && guest != host;
        if (fits && span != null && guestSpan != null && span.last() == step && guestSpan.first() == step) {
            spans.put(host, span.with(guestSpan));
            spans.remove(guest);
            hosts.put(guest, host);
        }
    }

    /** The buffer whose memory this one uses: itself unless overlaid. */
    Buffer.Planned host(Buffer.Planned buffer) {
        Buffer.Planned host = buffer;
        for (Buffer.Planned next = hosts.get(host); next != null; next = hosts.get(host)) {
            host = next;
        }
        return host;
    }

    /** Buffers with memory of their own, and when it is in use. */
    Map<Buffer.Planned, Span> spans() {
        return spans;
    }
}
