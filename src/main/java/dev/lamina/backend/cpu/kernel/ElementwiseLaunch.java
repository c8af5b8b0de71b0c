package dev.lamina.backend.cpu.kernel;

/** Runs a loop over two operands, chunk by chunk; a tail shorter than a vector goes through scratch memory. */
final class ElementwiseLaunch implements Launch {
    /** A vector loop over float32 at addresses, length in elements, whole vectors. */
    @FunctionalInterface
    interface Loop {
        void run(long a, long b, long out, int length);
    }

    private final Team team;
    private final FlatTensor a;
    private final FlatTensor b;
    private final FlatTensor out;
    private final Loop loop;
    private final Team.Body body = this::share;

    ElementwiseLaunch(Team team, FlatTensor a, FlatTensor b, FlatTensor out, Loop loop) {
        if (a.length() != out.length() || b.length() != out.length()) {
            throw new IllegalArgumentException("operands of different lengths: " + a + ", " + b + ", " + out);
        }
        this.team = team;
        this.a = a;
        this.b = b;
        this.out = out;
        this.loop = loop;
    }

    @Override
    public void run() {
        team.run(body);
    }

    private void share(int member, int size) {
        long scratch = team.scratch(member);
        long end = Team.start(out.length(), Lanes.COUNT, member + 1, size);
        long from = Team.start(out.length(), Lanes.COUNT, member, size);
        while (from + Lanes.COUNT <= end) {
            int length = (int) Math.min(Stage.CHUNK, (end - from) / Lanes.COUNT * Lanes.COUNT);
            long first = Stage.read(a, from, length, scratch, 0);
            long second = Stage.read(b, from, length, scratch, 1);
            loop.run(first, second, Stage.write(out, from, scratch, 2), length);
            Stage.wrote(out, from, length, scratch, 2);
            from += length;
        }
        if (from < end) {
            tail(from, (int) (end - from), scratch);
        }
    }

    private void tail(long from, int length, long scratch) {
        long first = Stage.fetch(a, from, length, scratch, 0);
        long second = Stage.fetch(b, from, length, scratch, 1);
        long result = Stage.slot(scratch, 2);
        loop.run(first, second, result, Lanes.COUNT);
        if (!out.isFloat32()) {
            Bfloat16.narrow(result, Stage.slot(scratch, 3), Lanes.COUNT);
            result = Stage.slot(scratch, 3);
        }
        int bytes = out.precision().bytes();
        Memory.copy(result, out.address() + from * bytes, (long) length * bytes);
    }
}
