package dev.lamina.backend.cpu.kernel;

import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.Relu;
import dev.lamina.setting.Records;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Activations in plain double for {@code channels} channels, each beside the kernel's record with memory of its own. */
record PlainActivation(String name, Activation activation, int channels) {
    static List<PlainActivation> all(int channels) {
        BlockedShape shape = new BlockedShape(1, channels, 1, 1);
        List<PlainActivation> all = new ArrayList<>();
        all.add(new PlainActivation("identity", new Activation.Identity(), channels));
        all.add(new PlainActivation("ReLU", new Activation.Relu(), channels));
        all.add(new PlainActivation("LReLU", new Activation.LeakyRelu(0.01f), channels));
        all.add(new PlainActivation("ELU", new Activation.Elu(0.75f), channels));
        all.add(new PlainActivation(
                "PReLU per channel", new Activation.Prelu(perChannel(shape, 0.25), perChannel(shape, -9)), channels));
        all.add(new PlainActivation("PReLU shared", new Activation.Prelu(shared(0.3), shared(-9)), channels));
        all.add(new PlainActivation(
                "MPELU per channel",
                new Activation.Mpelu(
                        perChannel(shape, 0.5), perChannel(shape, 1.1), perChannel(shape, -9), perChannel(shape, -9)),
                channels));
        all.add(new PlainActivation(
                "MPELU shared", new Activation.Mpelu(shared(25.6302), shared(0.01), shared(-9), shared(-9)), channels));
        Stream.of(VectorFunction.values())
                .filter(function -> formula(function).isPresent())
                .map(function -> new Activation.Composed(function, 1.5f))
                .forEach(composed ->
                        all.add(new PlainActivation(composed.function().name(), composed, channels)));
        return all;
    }

    private static ChannelParameter perChannel(BlockedShape shape, double first) {
        double[] values = new double[shape.channels()];
        for (int c = 0; c < values.length; c++) {
            values[c] = first + 0.03 * c;
        }
        return ChannelParameter.perChannel(TestTensors.perChannel(shape, values));
    }

    private static ChannelParameter shared(double value) {
        return ChannelParameter.shared(TestTensors.floats(value));
    }

    /** The record of the same name, in double, if there is one that trains nothing and is no special case here. */
    private static Optional<Class<?>> formula(VectorFunction function) {
        return Stream.of(dev.lamina.nn.activation.Activation.class.getPermittedSubclasses())
                .filter(type -> type.getSimpleName().equalsIgnoreCase(function.name()))
                .filter(type -> type != Identity.class && type != Relu.class)
                .<Class<?>>map(type -> type)
                .findFirst();
    }

    private static dev.lamina.nn.activation.Activation formula(Activation.Composed composed) {
        Class<? extends Record> type =
                formula(composed.function()).orElseThrow().asSubclass(Record.class);
        Map<String, Object> numbers = new HashMap<>();
        Records.components(type).forEach(component -> numbers.put(component.getName(), (double) composed.number()));
        return (dev.lamina.nn.activation.Activation) Records.of(type, numbers);
    }

    double value(double z, int c) {
        if (activation instanceof Activation.Composed composed) {
            return formula(composed).value(z, new double[0]);
        }
        double p = activation.parameter(0, c);
        double q = activation.parameter(1, c);
        return z > 0
                ? z
                : switch (activation) {
                    case Activation.Identity _ -> z;
                    case Activation.Relu _ -> 0;
                    case Activation.LeakyRelu _, Activation.Prelu _ -> p * z;
                    case Activation.Elu _, Activation.Mpelu _ -> p * Math.expm1(q * z);
                    case Activation.Composed _ -> throw new IllegalStateException("is above");
                };
    }

    double derivative(double z, int c) {
        if (activation instanceof Activation.Composed composed) {
            return formula(composed).derivative(z, new double[0]);
        }
        double p = activation.parameter(0, c);
        double q = activation.parameter(1, c);
        return z > 0
                ? 1
                : switch (activation) {
                    case Activation.Identity _ -> 1;
                    case Activation.Relu _ -> 0;
                    case Activation.LeakyRelu _, Activation.Prelu _ -> p;
                    case Activation.Elu _, Activation.Mpelu _ -> p * q * Math.exp(q * z);
                    case Activation.Composed _ -> throw new IllegalStateException("is above");
                };
    }

    /** ∂f/∂parameter; only asked for trained parameters. */
    double parameterDerivative(int number, double z, int c) {
        if (z > 0) {
            return 0;
        }
        double p = activation.parameter(0, c);
        double q = activation.parameter(1, c);
        return activation instanceof Activation.Prelu ? z : number == 0 ? Math.expm1(q * z) : p * z * Math.exp(q * z);
    }

    int trained() {
        return activation.gradients().size();
    }

    /** What a launch left in the gradient of a parameter, one value or one per channel. */
    double[] gradient(int number) {
        ChannelParameter target = activation.gradients().get(number);
        return TestTensors.doubles(target.memory(), isShared(number) ? 1 : channels);
    }

    boolean isShared(int number) {
        return activation.gradients().get(number).sharing() == ChannelParameter.Sharing.SHARED;
    }

    MemorySegment gradientMemory(int number) {
        return activation.gradients().get(number).memory();
    }

    @Override
    public String toString() {
        return name;
    }
}
