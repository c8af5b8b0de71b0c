package dev.lamina.data.format;

import dev.lamina.message.Message;
import dev.lamina.tensor.FileProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's pickles, protocols 2 to 5, as far as dictionaries, lists, numbers, texts and NumPy arrays go. A pickle is a little
 * program; this one builds values of Java and runs nothing: what Python would import and call becomes a {@link Call} that
 * only names it. Source: Python's pickletools.py.
 *   dict → Map, list and tuple → List, int → Long, float → Double, bool → Boolean, None → {@link #NONE},
 *   str and short texts of Python 2 → String, bytes and its longer ones → byte[], a class or function → {@link Name}, its call → {@link Call}
 */
public final class Pickle {
    /** Python's None, which a map of Java may hold. */
    public static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };

    /** What Python would import. */
    public record Name(String module, String name) {}

    /** What Python would call, and the state it would set on the result. */
    public static final class Call {
        private final Name function;
        private final List<Object> arguments;
        private Object state = NONE;

        Call(Name function, List<Object> arguments) {
            this.function = function;
            this.arguments = arguments;
        }

        public Name function() {
            return function;
        }

        public List<Object> arguments() {
            return arguments;
        }

        public Object state() {
            return state;
        }

        void set(Object given) {
            state = given;
        }
    }

    private Pickle() {}

    /**
     * The bytes of a NumPy array of unsigned bytes in row-major order.
     * @throws FileProblem unless it is one with so many axes
     */
    public static NumpyBytes bytes(@Nullable Object array) throws FileProblem {
        if (!(array instanceof Call call)
                || !call.function().name().equals("_reconstruct")
                || !(call.state() instanceof List<?> state)
                || state.size() != 5
                || !(state.get(1) instanceof List<?> shape)
                || !(state.get(2) instanceof Call type)
                || !(state.get(4) instanceof byte[] content)) {
            throw new FileProblem(Message.of("data.noArray"));
        }
        if (type.arguments().isEmpty() || !text(type.arguments().getFirst()).equals("u1")) {
            throw new FileProblem(Message.of("data.otherPickledType"));
        }
        if (!Boolean.FALSE.equals(state.get(3))) {
            throw new FileProblem(Message.of("data.columnMajor"));
        }
        int[] axes = new int[shape.size()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = shape.get(i) instanceof Long axis && axis == axis.intValue() ? axis.intValue() : -1;
        }
        return NumpyBytes.of(axes, content);
    }

    static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
