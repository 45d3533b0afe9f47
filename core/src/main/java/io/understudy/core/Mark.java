package io.understudy.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A label that the mentions of a text cannot say, because it lies over another one or has several pieces. Formats that
 * can hold such labels read and write them; everything else in the house looks at mentions only.
 *
 * @param pieces in order, apart from each other, at least one
 * @param label what kind
 * @param details role, group, entity, canonical value
 */
public record Mark(List<Span> pieces, Label label, Details details) {

    /**
     * All labels of one text, parted.
     *
     * @param mentions those that do not overlap, by start
     * @param marks the others
     */
    public record Parted(List<Mention> mentions, List<Mark> marks) {}

    static final Comparator<Mark> BY_PLACE = Comparator.comparingInt(Mark::start)
            .thenComparing(Comparator.comparingInt(Mark::end).reversed());

    /** @throws IllegalArgumentException if there is no piece, or pieces are out of order or overlap */
    public Mark {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a mark without a piece");
        }
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i).start() < pieces.get(i - 1).end()) {
                throw new IllegalArgumentException(
                        "the pieces of mark %s are out of order or overlap".formatted(label));
            }
        }
    }

    public static Mark of(Mention mention) {
        return new Mark(List.of(mention.span()), mention.label(), mention.details());
    }

    /**
     * Parts labels of one text, in any order. By start, the longer first, then as given: what has one piece and does
     * not overlap the mention before it is a mention.
     */
    public static Parted part(List<Mark> all) {
        List<Mark> inOrder = new ArrayList<>(all);
        inOrder.sort(BY_PLACE);
        List<Mention> mentions = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        int free = 0;
        for (Mark mark : inOrder) {
            if (mark.pieces.size() == 1 && mark.start() >= free) {
                mentions.add(new Mention(mark.pieces.get(0), mark.label, mark.details));
                free = mark.end();
            } else {
                marks.add(mark);
            }
        }
        return new Parted(mentions, marks);
    }

    public int start() {
        return pieces.get(0).start();
    }

    public int end() {
        return pieces.get(pieces.size() - 1).end();
    }

    /** Whether it has more than one piece. */
    public boolean isDiscontinuous() {
        return pieces.size() > 1;
    }

    public Mark withLabel(Label other) {
        return new Mark(pieces, other, details);
    }
}
