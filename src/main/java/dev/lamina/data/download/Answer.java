package dev.lamina.data.download;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * A server's answer that begins to send what was asked for.
 * @param from the first byte of the file in it
 * @param validator what the server calls this version of the file, if it does
 */
record Answer(long from, Optional<String> validator, Flow.Publisher<List<ByteBuffer>> body) {}
