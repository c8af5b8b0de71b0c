package dev.lamina.data.source;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function of one variable as a person types it. From weakest to strongest: sums, products, a sign, powers, which
 * associate to the right, so that {@code -x^2} is −(x²).
 *
 * <pre>
 *   sum     = product { (+|-) product }        product = sign { (*|/) sign }
 *   sign    = { -|+ } power                    power   = atom [ ^ sign ]
 *   atom    = number | x | pi | e | name ( sum ) | ( sum )
 * </pre>
 *
 * Worked example: {@code 1+2*x^2} at 3 is 19.
 */
public final class Formula {
    private static final int MOST_CHARACTERS = 200;

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "sin", StrictMath::sin,
            "cos", StrictMath::cos,
            "tan", StrictMath::tan,
            "tanh", StrictMath::tanh,
            "exp", StrictMath::exp,
            "log", StrictMath::log,
            "sqrt", StrictMath::sqrt,
            "abs", Math::abs);

    private static final Map<String, DoubleUnaryOperator> ATOMS =
            Map.of("x", x -> x, "pi", _ -> Math.PI, "e", _ -> Math.E);

    private final DoubleUnaryOperator function;

    private Formula(DoubleUnaryOperator function) {
        this.function = function;
    }

    /** @throws BadInputException naming the character from which it cannot be read */
    public static Formula parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadInputException(Message.of("data.formulaLong", MOST_CHARACTERS));
        }
        Reader reader = new Reader(text.toLowerCase(Locale.ROOT));
        DoubleUnaryOperator function = reader.sum();
        reader.end();
        return new Formula(function);
    }

    /** f(x); NaN where it is not defined. */
    public double at(double x) {
        return function.applyAsDouble(x);
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        DoubleUnaryOperator sum() {
            DoubleUnaryOperator sum = product();
            while (true) {
                DoubleUnaryOperator left = sum;
                if (take('+')) {
                    DoubleUnaryOperator right = product();
                    sum = x -> left.applyAsDouble(x) + right.applyAsDouble(x);
                } else if (take('-')) {
                    DoubleUnaryOperator right = product();
                    sum = x -> left.applyAsDouble(x) - right.applyAsDouble(x);
                } else {
                    return sum;
                }
            }
        }

        private DoubleUnaryOperator product() {
            DoubleUnaryOperator product = sign();
            while (true) {
                DoubleUnaryOperator left = product;
                if (take('*')) {
                    DoubleUnaryOperator right = sign();
                    product = x -> left.applyAsDouble(x) * right.applyAsDouble(x);
                } else if (take('/')) {
                    DoubleUnaryOperator right = sign();
                    product = x -> left.applyAsDouble(x) / right.applyAsDouble(x);
                } else {
                    return product;
                }
            }
        }

        private DoubleUnaryOperator sign() {
            if (take('-')) {
                DoubleUnaryOperator of = sign();
                return x -> -of.applyAsDouble(x);
            }
            return take('+') ? sign() : power();
        }

        private DoubleUnaryOperator power() {
            DoubleUnaryOperator base = atom();
            if (!take('^')) {
                return base;
            }
            DoubleUnaryOperator exponent = sign();
            return x -> StrictMath.pow(base.applyAsDouble(x), exponent.applyAsDouble(x));
        }

        private DoubleUnaryOperator atom() {
            skip();
            int from = at;
            if (take('(')) {
                return closed();
            }
            String word = word(Character::isLetter);
            if (word.isEmpty()) {
                return number();
            }
            DoubleUnaryOperator atom = ATOMS.get(word);
            if (atom != null) {
                return atom;
            }
            @Nullable DoubleUnaryOperator function = FUNCTIONS.get(word);
            if (function == null || !take('(')) {
                at = function == null ? from : at;
                throw unreadable();
            }
            DoubleUnaryOperator of = closed();
            return x -> function.applyAsDouble(of.applyAsDouble(x));
        }

        private DoubleUnaryOperator closed() {
            DoubleUnaryOperator inside = sum();
            if (!take(')')) {
                throw unreadable();
            }
            return inside;
        }

        private DoubleUnaryOperator number() {
            int from = at;
            String digits = word(c -> Character.isDigit(c) || c == '.');
            try {
                double value = Double.parseDouble(digits);
                return _ -> value;
            } catch (NumberFormatException _) {
                at = from;
                throw unreadable();
            }
        }

        void end() {
            skip();
            if (at < text.length()) {
                throw unreadable();
            }
        }

        private interface Characters {
            boolean take(char c);
        }

        private String word(Characters characters) {
            int from = at;
            while (at < text.length() && characters.take(text.charAt(at))) {
                at++;
            }
            return text.substring(from, at);
        }

        private boolean take(char wanted) {
            skip();
            boolean found = at < text.length() && text.charAt(at) == wanted;
            at += found ? 1 : 0;
            return found;
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private BadInputException unreadable() {
            return new BadInputException(Message.of("data.formula", text, at + 1));
        }
    }
}
