package dev.lamina.bench;

import dev.lamina.backend.Precision;
import dev.lamina.message.Message;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * PyTorch, where {@code python3} has it: on the card eager and as a replayed CUDA graph, with and without TF32; on the
 * processor, where it sees no card, eager. Its worker is a Python script among the resources.
 */
final class TorchContestant implements Contestant {
    /** Lamina is compared with this mode. */
    static final Mode EAGER_F32 = new Mode("eager-f32", "eager f32", Precision.F32);

    private static final String PYTHON = "python3";
    private static final String SCRIPT = "torch_worker.py";
    private static final int MOST_SECONDS = 120;
    private static final String QUESTION =
            "import torch; print(torch.__version__, 'cuda' if torch.cuda.is_available() else 'cpu')";
    private static final List<Mode> ON_A_CARD = List.of(
            EAGER_F32,
            new Mode("eager-tf32", "eager TF32", Precision.F32),
            new Mode("graph-f32", "CUDA graph f32", Precision.F32),
            new Mode("graph-tf32", "CUDA graph TF32", Precision.F32));

    private final String version;
    private final boolean card;

    private TorchContestant(String version, boolean card) {
        this.version = version;
        this.card = card;
    }

    /**
     * The contestant, if it can take part.
     *
     * @param progress is told why it cannot
     */
    static Optional<TorchContestant> find(Consumer<Message> progress) {
        try {
            Process process = new ProcessBuilder(PYTHON, "-c", QUESTION)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            String last = answer.substring(answer.lastIndexOf('\n') + 1);
            if (ended && process.exitValue() == 0) {
                int space = last.lastIndexOf(' ');
                return Optional.of(new TorchContestant(last.substring(0, space), last.endsWith("cuda")));
            }
            progress.accept(Message.of("bench.noTorch", last));
        } catch (IOException e) {
            progress.accept(Message.of("bench.noTorch", FileFault.reason(e)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public String name() {
        return "PyTorch";
    }

    /** Its version and what it runs on. */
    Message description() {
        return Message.of(card ? "bench.torchOnCard" : "bench.torchOnProcessor", version);
    }

    @Override
    public List<Mode> modes() {
        return card ? ON_A_CARD : List.of(EAGER_F32);
    }

    @Override
    public List<String> command(Mode mode, String workload, int threads) {
        return List.of(
                LaminaNetworks.withoutBatchSize(workload),
                Integer.toString(LaminaNetworks.batchSize(workload)),
                mode.id());
    }

    @Override
    public List<String> process(Mode mode, String workload, int threads) {
        List<String> arguments = command(mode, workload, threads);
        return List.of(PYTHON, "-c", script(), arguments.get(0), arguments.get(1), arguments.get(2));
    }

    static String script() {
        try (InputStream in = Objects.requireNonNull(TorchContestant.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> environment(int threads) {
        return card ? Map.of() : Map.of("OMP_NUM_THREADS", Integer.toString(threads));
    }
}
