package dev.lamina.data.format;

import dev.lamina.message.Message;
import dev.lamina.tensor.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the instructions of one pickle: a stack, a memo of values to be used again, and marks on the stack. */
public final class PickleMachine {
    private static final Object MARK = new Object();
    private static final int STOP = '.';

    private final ByteBuffer in;
    private final ArrayList<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private PickleMachine(byte[] content) {
        in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws FileProblem saying what is wrong and at which byte, if the bytes are no such pickle */
    public static Object read(byte[] content) throws IOException {
        PickleMachine machine = new PickleMachine(content);
        try {
            return machine.run();
        } catch (RuntimeException e) {
            // An instruction met values it cannot be meant for, or the bytes ended within it.
            throw new FileProblem(Message.of("data.cutPickle", machine.in.position()), e);
        }
    }

    private Object run() throws IOException {
        for (int code = unsigned(); code != STOP; code = unsigned()) {
            if (!pushed(code) && !built(code)) {
                throw new FileProblem(Message.of("data.otherPickle", code, in.position() - 1));
            }
        }
        return stack.removeLast();
    }

    /** Instructions that put a value on the stack or are of no account to it. */
    private boolean pushed(int code) throws IOException {
        switch (code) {
            case 0x80 -> in.get(); // protocol
            case 0x95 -> in.getLong(); // length of a frame
            case '(' -> stack.add(MARK);
            case 'N' -> stack.add(Pickle.NONE);
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'J' -> stack.add((long) in.getInt());
            case 'K' -> stack.add((long) unsigned());
            case 'M' -> stack.add((long) (in.getShort() & 0xffff));
            case 0x8a -> stack.add(integer(bytes(unsigned())));
            case 'G' -> stack.add(in.order(ByteOrder.BIG_ENDIAN).getDouble());
            case 'U' -> stack.add(text(bytes(unsigned()))); // Python 2's str
            case 'T' -> stack.add(bytes(in.getInt()));
            case 'C' -> stack.add(bytes(unsigned()));
            case 'B' -> stack.add(bytes(in.getInt()));
            case 0x8e -> stack.add(bytes(in.getLong()));
            case 0x8c -> stack.add(utf8(bytes(unsigned())));
            case 'X' -> stack.add(utf8(bytes(in.getInt())));
            case '}' -> stack.add(new LinkedHashMap<Object, Object>());
            case ']' -> stack.add(new ArrayList<Object>());
            case ')' -> stack.add(List.of());
            case 'c' -> stack.add(new Pickle.Name(line(), line()));
            case 'h' -> stack.add(remembered(unsigned()));
            case 'j' -> stack.add(remembered(in.getInt()));
            default -> {
                return false;
            }
        }
        in.order(ByteOrder.LITTLE_ENDIAN);
        return true;
    }

    /** Instructions that work on what is on the stack. */
    private boolean built(int code) {
        switch (code) {
            case 'q' -> memo.put(unsigned(), stack.getLast());
            case 'r' -> memo.put(in.getInt(), stack.getLast());
            case 0x94 -> memo.put(memo.size(), stack.getLast());
            case 0x85 -> stack.add(new ArrayList<>(last(1)));
            case 0x86 -> stack.add(new ArrayList<>(last(2)));
            case 0x87 -> stack.add(new ArrayList<>(last(3)));
            case 't' -> stack.add(sinceMark());
            case 'a' -> {
                List<Object> one = last(1);
                list().addAll(one);
            }
            case 'e' -> {
                List<Object> many = sinceMark();
                list().addAll(many);
            }
            case 's' -> put(last(2));
            case 'u' -> put(sinceMark());
            case 0x93 -> {
                List<Object> names = last(2);
                stack.add(new Pickle.Name(Pickle.text(names.get(0)), Pickle.text(names.get(1))));
            }
            case 'R' -> {
                List<Object> call = last(2);
                stack.add(called((Pickle.Name) call.get(0), tuple(call.get(1))));
            }
            case 'b' -> {
                Object state = last(1).getFirst();
                ((Pickle.Call) stack.getLast()).set(state);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Python 3 writes bytes for Python 2 as a call: _codecs.encode(text, "latin1"). */
    private static Object called(Pickle.Name function, List<Object> arguments) {
        boolean encodes = function.module().equals("_codecs") && function.name().equals("encode");
        return encodes && !arguments.isEmpty() && arguments.getFirst() instanceof String text
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : new Pickle.Call(function, arguments);
    }

    private void put(List<Object> keysAndValues) {
        if (keysAndValues.size() % 2 != 0 || !(stack.getLast() instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("no pairs, or no dictionary for them");
        }
        @SuppressWarnings("unchecked")
        Map<Object, Object> dictionary = (Map<Object, Object>) stack.getLast();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            Object key = keysAndValues.get(i);
            if (key instanceof byte[] bytes) {
                key = text(bytes);
            }
            if (key instanceof String || key instanceof Long) {
                dictionary.put(key, keysAndValues.get(i + 1));
            } else {
                throw new IllegalArgumentException("a key that is no text");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> list() {
        return (ArrayList<Object>) stack.getLast();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> tuple(Object value) {
        return (List<Object>) value;
    }

    private List<Object> last(int count) {
        List<Object> tail = stack.subList(stack.size() - count, stack.size());
        List<Object> values = new ArrayList<>(tail);
        tail.clear();
        if (values.contains(MARK)) {
            throw new IllegalArgumentException("a mark among the values");
        }
        return values;
    }

    private List<Object> sinceMark() {
        int mark = stack.lastIndexOf(MARK);
        List<Object> values = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return values;
    }

    private Object remembered(int key) {
        Object value = memo.get(key);
        if (value == null) {
            throw new IllegalArgumentException("nothing is remembered as " + key);
        }
        return value;
    }

    private int unsigned() {
        return in.get() & 0xff;
    }

    private byte[] bytes(long count) {
        if (count < 0 || count > in.remaining()) {
            throw new IllegalArgumentException(count + " bytes are not there");
        }
        byte[] bytes = new byte[(int) count];
        in.get(bytes);
        return bytes;
    }

    /** Up to the end of the line. */
    private String line() {
        int start = in.position();
        while (in.get() != '\n') {
            // On.
        }
        return text(java.util.Arrays.copyOfRange(in.array(), start, in.position() - 1));
    }

    /** Little-endian two's complement, at most eight bytes of it. */
    private static long integer(byte[] bytes) {
        if (bytes.length > Long.BYTES) {
            throw new IllegalArgumentException("a number of " + bytes.length + " bytes");
        }
        long value = bytes.length > 0 && bytes[bytes.length - 1] < 0 ? -1 : 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
