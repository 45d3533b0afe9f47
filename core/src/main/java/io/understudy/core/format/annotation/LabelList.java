package io.understudy.core.format.annotation;

import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Span;
import io.understudy.core.format.Json;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.Offsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels of one text as a file has them: offsets in the file's unit, in any order, over each other or not. They are
 * turned into UTF-16 together, in one walk over the text.
 */
public final class LabelList {

    /** One label as the file has it. */
    private static final class Claim {
        private final String name;
        private final int[] bounds;
        private final Optional<String> surface;
        private final Label label;
        private final Details details;

        Claim(String name, int[] bounds, Optional<String> surface, Label label, Details details) {
            this.name = name;
            this.bounds = bounds;
            this.surface = surface;
            this.label = label;
            this.details = details;
        }
    }

    private final OffsetUnit unit;
    private final boolean lines;
    private final List<Claim> claims = new ArrayList<>();

    /** Labels of which a file may say the very surface. */
    public LabelList(OffsetUnit unit) {
        this(unit, false);
    }

    private LabelList(OffsetUnit unit, boolean lines) {
        this.unit = unit;
        this.lines = lines;
    }

    /** Of tools that write surfaces on a line: with a space for each line break and tab. */
    static LabelList onLines(OffsetUnit unit) {
        return new LabelList(unit, true);
    }

    /**
     * @param name how messages name it, such as {@code span 2}
     * @param surface what the file says it covers, where it says so
     * @throws IllegalArgumentException if it is empty
     */
    public void add(String name, int start, int end, Optional<String> surface, Label label, Details details) {
        add(name, new int[] {start, end}, surface, label, details);
    }

    /**
     * A label of several pieces; their surfaces are joined by spaces.
     *
     * @param bounds start and end of each piece
     */
    public void add(String name, int[] bounds, Optional<String> surface, Label label, Details details) {
        Claim claim = new Claim(name, bounds, surface, label, details);
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i + 1] <= bounds[i]) {
                throw new IllegalArgumentException(describe(claim) + " is empty; expected end > start");
            }
        }
        claims.add(claim);
    }

    /**
     * @throws IllegalArgumentException if a label leaves the text, cuts a character in two, or does not cover what the
     *     file says
     */
    public Mark.Parted of(String text) {
        if (claims.isEmpty()) {
            return new Mark.Parted(List.of(), List.of());
        }
        Offsets offsets = new Offsets(text, unit);
        Map<Integer, Integer> starts = utf16(offsets, 0);
        Map<Integer, Integer> ends = utf16(offsets, 1);
        List<Mark> marks = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            List<Span> pieces = new ArrayList<>(1);
            for (int i = 0; i < claim.bounds.length; i += 2) {
                int start = starts.get(claim.bounds[i]);
                int end = ends.get(claim.bounds[i + 1]);
                if (start == Offsets.OUTSIDE || end == Offsets.OUTSIDE) {
                    throw new IllegalArgumentException("%s ends outside the text, which has %d %s"
                            .formatted(describe(claim), offsets.length(), unit.words()));
                }
                if (start == Offsets.INSIDE || end == Offsets.INSIDE || cutsPair(text, start) || cutsPair(text, end)) {
                    throw new IllegalArgumentException(describe(claim) + " cuts a character in two; are its offsets in "
                            + unit.words() + "? --offsets says so");
                }
                pieces.add(new Span(start, end));
            }
            check(claim, pieces, text);
            marks.add(new Mark(pieces, claim.label, claim.details));
        }
        return Mark.part(marks);
    }

    private void check(Claim claim, List<Span> pieces, String text) {
        if (claim.surface.isEmpty()) {
            return;
        }
        StringBuilder covered = new StringBuilder();
        for (Span piece : pieces) {
            covered.append(covered.length() > 0 ? " " : "").append(piece.of(text));
        }
        if (!same(claim.surface.get(), covered)) {
            throw new IllegalArgumentException(
                    "%s does not cover what the file says it covers, '%s'; are its offsets in"
                                    .formatted(describe(claim), brief(claim.surface.get()))
                            + " " + unit.words() + "? --offsets says so");
        }
    }

    private boolean same(String said, CharSequence covered) {
        return said.contentEquals(covered) || (lines && line(said).equals(line(covered.toString())));
    }

    private static String line(String text) {
        return text.replaceAll("[\\t\\n\\x0b\\f\\r\\x85\\x{2028}\\x{2029}]", " ");
    }

    private static String brief(String surface) {
        return io.understudy.core.format.Json.brief(surface.replaceAll("\\p{Cntrl}", " "));
    }

    private Map<Integer, Integer> utf16(Offsets offsets, int which) {
        int[] wanted = claims.stream()
                .flatMapToInt(claim -> Arrays.stream(claim.bounds))
                .toArray();
        int[] sorted = new int[wanted.length / 2];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = wanted[2 * i + which];
        }
        Arrays.sort(sorted);
        Map<Integer, Integer> found = new HashMap<>();
        for (int offset : sorted) {
            if (!found.containsKey(offset)) {
                found.put(offset, which == 0 ? offsets.start(offset) : offsets.end(offset));
            }
        }
        return found;
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** As messages name it: {@code span 2 (CITY 4..8)}. */
    private static String describe(Claim claim) {
        StringBuilder bounds = new StringBuilder();
        for (int i = 0; i < claim.bounds.length; i += 2) {
            bounds.append(i > 0 ? ";" : "").append(claim.bounds[i]).append("..").append(claim.bounds[i + 1]);
        }
        return Json.brief(claim.name) + " (" + Json.brief(claim.label.name()) + " " + bounds + ")";
    }
}
