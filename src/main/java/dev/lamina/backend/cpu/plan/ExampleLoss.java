package dev.lamina.backend.cpu.plan;

import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.LargeMarginSoftmax;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInput;
import dev.lamina.nn.head.LossInputs;

/**
 * The loss of an example with logits z [K], in double, without allocating; what else a loss reads it knows by the
 * example's number. Formulas: {@link Loss}.
 */
sealed interface ExampleLoss permits ExampleLoss.CrossEntropy, ExampleLoss.Hinge, MarginLoss {
    static ExampleLoss of(Loss function, LossInputs<Rows> read) {
        int classes = read.get(LossInput.LOGITS).length();
        return switch (function) {
            case Loss.CrossEntropy(double smoothing) -> new CrossEntropy(smoothing, new double[classes]);
            case Loss.Hinge(HingePower power) -> new Hinge(power);
            case LargeMarginSoftmax margin -> new MarginLoss(margin, read);
        };
    }

    double value(double[] z, int example, int label);

    /** gradient += weight · dvalue/dz; adds up the gradients in what else is read, too. */
    void addGradient(double[] z, int example, int label, double weight, double[] gradient);

    /** Forgets what the examples have added up. */
    default void begin() {}

    /** Writes what the examples have added up in all but the logits, times a factor. */
    default void writeOthers(LossInputs<Rows> gradients, double factor) {}

    /** @param exponentials scratch [K] */
    record CrossEntropy(double smoothing, double[] exponentials) implements ExampleLoss {
        @Override
        public double value(double[] z, int example, int label) {
            double largest = largest(z);
            double logSum = largest + Math.log(sumExponentials(z, largest));
            double mean = 0;
            for (int k = 0; k < z.length && smoothing != 0; k++) {
                mean += z[k] / z.length;
            }
            return logSum - (1 - smoothing) * z[label] - smoothing * mean;
        }

        @Override
        public void addGradient(double[] z, int example, int label, double weight, double[] gradient) {
            double sum = sumExponentials(z, largest(z));
            for (int k = 0; k < z.length; k++) {
                double target = smoothing / z.length + (k == label ? 1 - smoothing : 0);
                gradient[k] += weight * (exponentials[k] / sum - target);
            }
        }

        private double sumExponentials(double[] z, double largest) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                exponentials[k] = Math.exp(z[k] - largest);
                sum += exponentials[k];
            }
            return sum;
        }

        private static double largest(double[] z) {
            double largest = z[0];
            for (double logit : z) {
                largest = logit > largest ? logit : largest;
            }
            return largest;
        }
    }

    record Hinge(HingePower power) implements ExampleLoss {
        @Override
        public double value(double[] z, int example, int label) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                double margin = k == label ? 1 - z[k] : 1 + z[k];
                if (!(margin <= 0)) {
                    sum += power == HingePower.SQUARED ? margin * margin : margin;
                }
            }
            return sum;
        }

        @Override
        public void addGradient(double[] z, int example, int label, double weight, double[] gradient) {
            for (int k = 0; k < z.length; k++) {
                double margin = k == label ? 1 - z[k] : 1 + z[k];
                if (!(margin <= 0)) {
                    double slope = power == HingePower.SQUARED ? 2 * margin : 1;
                    gradient[k] += weight * (k == label ? -slope : slope);
                }
            }
        }
    }
}
