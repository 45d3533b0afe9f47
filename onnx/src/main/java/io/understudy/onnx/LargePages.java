package io.understudy.onnx;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Large pages for what a model takes of memory while it is loaded. A decoder reads all of its weights for each token;
 * in pages of 4 kB a good part of that time goes into finding them. Linux gives large pages where it is asked to
 * ({@code madvise}); elsewhere, and where it refuses, all stays as it is.
 */
final class LargePages {

    /** Bytes of a large page on x86-64, and on ARM with small pages of 4 kB. */
    private static final long SIZE = 2L << 20;

    private static final Path MAPS = Path.of("/proc/self/maps");

    /** From now on where there is room; of Linux's {@code mman-common.h}, as the next. */
    private static final int WANTED = 14;

    /** Now, what is there; since Linux 6.1. */
    private static final int AT_ONCE = 25;

    private final NavigableMap<Long, Long> before;

    private LargePages(NavigableMap<Long, Long> before) {
        this.before = before;
    }

    /** Remembers what memory there is. */
    static LargePages watch() {
        return new LargePages(memory());
    }

    /** Asks for large pages for the memory that has come since. */
    void use() {
        memory().forEach((from, to) -> {
            long at = from;
            Long first = before.floorKey(from);
            for (var old : before.tailMap(first == null ? from : first, true)
                    .headMap(to)
                    .entrySet()) {
                ask(at, Math.min(to, old.getKey()));
                at = Math.max(at, old.getValue());
            }
            ask(at, to);
        });
    }

    private static void ask(long from, long to) {
        long first = (from + SIZE - 1) / SIZE * SIZE;
        long length = to / SIZE * SIZE - first;
        if (length <= 0) {
            return;
        }
        try {
            var advise = NativeLibrary.getProcess().getFunction("madvise");
            for (int wish : new int[] {WANTED, AT_ONCE}) {
                advise.invokeInt(new Object[] {new Pointer(first), new NativeLong(length), wish});
            }
        } catch (UnsatisfiedLinkError e) {
            // No such call here: it was for speed alone.
        }
    }

    /** Memory of no file that may be written to: beginnings and ends. */
    private static NavigableMap<Long, Long> memory() {
        NavigableMap<Long, Long> memory = new TreeMap<>();
        try {
            if (Files.isReadable(MAPS)) {
                for (String line : Files.readAllLines(MAPS)) {
                    // From-to, rights, offset, device, file's number and name.
                    String[] parts = line.split(" +", -1);
                    int dash = parts[0].indexOf('-');
                    if (parts[1].startsWith("rw") && parts[4].equals("0")) {
                        memory.put(
                                Long.parseUnsignedLong(parts[0].substring(0, dash), 16),
                                Long.parseUnsignedLong(parts[0].substring(dash + 1), 16));
                    }
                }
            }
        } catch (IOException e) {
            memory.clear();
        }
        return memory;
    }
}
