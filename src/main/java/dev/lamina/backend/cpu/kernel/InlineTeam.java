package dev.lamina.backend.cpu.kernel;

import java.lang.ref.Reference;

/** The team of one. */
final class InlineTeam implements Team {
    private final MemberScratch scratch = new MemberScratch(1);

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void run(Body body) {
        try {
            body.run(0, 1);
        } finally {
            Reference.reachabilityFence(body); // what it captured owns the memory behind the addresses in use
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public long scratch(int member) {
        return scratch.of(member);
    }

    @Override
    public void close() {}
}
