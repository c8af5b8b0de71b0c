package dev.lamina.bench.libtorch;

import dev.lamina.bench.BenchNetwork;
import dev.lamina.bench.WorkerLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/** Worker process: network, mode and number of threads as arguments. */
public final class LibtorchWorker {
    private static final int SEED = 1;

    private LibtorchWorker() {}

    public static void main(String[] args) throws IOException {
        BenchNetwork network = BenchNetwork.of(args[0]);
        String mode = args[1];
        torch.set_num_threads(Integer.parseInt(args[2]));
        torch.manual_seed(SEED);
        Context.setFlushDenormal(true);
        Parameters parameters = new Parameters(mode.endsWith(Libtorch.CHANNELS_LAST));
        Layer layers = Networks.of(network, parameters);
        Runnable step = new LibtorchStep(layers, parameters, mode.startsWith(Libtorch.BF16));
        WorkerLoop.serve(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                step);
        System.exit(0);
    }
}
