package dev.lamina.launch;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The words of a command line as the system takes them, bytes. What this process was given goes on byte for byte: under a
 * locale without an encoding for it, such as C, Java has made question marks of a path like 画/bücher.
 */
final class NativeWords {
    /** What Java takes file names and arguments for. */
    private static final Charset NATIVE = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private NativeWords() {}

    /** @param given the words this process was started with; where both end alike they are the same words */
    static List<byte[]> of(List<String> command, List<byte[]> given) {
        return of(command, given, NATIVE);
    }

    static List<byte[]> of(List<String> command, List<byte[]> given, Charset charset) {
        Deque<byte[]> words = new ArrayDeque<>();
        boolean alike = true;
        for (int fromEnd = 1; fromEnd <= command.size(); fromEnd++) {
            String word = command.get(command.size() - fromEnd);
            alike = alike
                    && fromEnd <= given.size()
                    && plain(new String(given.get(given.size() - fromEnd), charset))
                            .equals(plain(word));
            words.addFirst(alike ? given.get(given.size() - fromEnd) : word.getBytes(charset));
        }
        return List.copyOf(words);
    }

    /** What cannot be read has two signs: the launcher of Java writes one, its decoders the other. */
    private static String plain(String word) {
        return word.replace('\uFFFD', '?');
    }
}
