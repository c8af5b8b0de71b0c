package dev.lamina.bench.libtorch;

import dev.lamina.bench.BenchNetwork;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One training step on the same batch every time: gradients dropped (not zeroed), forward with casts to bf16 where
 * asked for, softmax cross-entropy, backward, SGD with Nesterov momentum and weight decay, the loss read.
 */
final class LibtorchStep implements Runnable {
    private static final double LEARNING_RATE = 0.05;
    private static final double MOMENTUM = 0.9;
    private static final double WEIGHT_DECAY = 5e-4;

    private final Layer network;
    private final boolean casts;
    private final Tensor images;
    private final Tensor labels;
    private final SGD optimizer;
    private float loss = Float.NaN;

    LibtorchStep(Layer network, Parameters parameters, boolean casts) {
        this.network = network;
        this.casts = casts;
        images = parameters.inLayout(torch.randn(
                BenchNetwork.BATCH_SIZE,
                BenchNetwork.IMAGE.axis(0),
                BenchNetwork.IMAGE.axis(1),
                BenchNetwork.IMAGE.axis(2)));
        labels = torch.randint((long) BenchNetwork.CLASSES, new long[] {BenchNetwork.BATCH_SIZE})
                .to(torch.ScalarType.Long);
        SGDOptions options = new SGDOptions(LEARNING_RATE);
        options.momentum().put(MOMENTUM);
        options.weight_decay().put(WEIGHT_DECAY);
        options.nesterov().put(true);
        optimizer = new SGD(parameters.all(), options);
        torch.set_autocast_dtype(torch.DeviceType.CPU, torch.ScalarType.BFloat16);
    }

    @Override
    public void run() {
        // Frees every remaining handle of the step at once, none by the garbage collector.
        try (PointerScope _ = new PointerScope()) {
            optimizer.zero_grad();
            Tensor error = forward();
            error.backward();
            optimizer.step();
            loss = error.item_float();
        }
        if (!Float.isFinite(loss)) {
            throw new IllegalStateException("the loss is " + loss);
        }
    }

    private Tensor forward() {
        if (casts) {
            torch.set_autocast_enabled(torch.DeviceType.CPU, true);
        }
        Tensor logits = network.apply(images);
        Tensor error = torch.cross_entropy_loss(logits, labels);
        logits.close();
        if (casts) {
            // As on leaving the scope of autocast in Python: the weights change before they are cast again.
            torch.clear_cache();
            torch.set_autocast_enabled(torch.DeviceType.CPU, false);
        }
        return error;
    }
}
