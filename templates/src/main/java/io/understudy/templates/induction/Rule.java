package io.understudy.templates.induction;

import io.understudy.core.Segment.Slot;
import java.util.List;

/**
 * One line of an induced grammar: slots, and what may stand around them.
 *
 * @param slots in order
 * @param phrases one before each slot and one behind the last
 * @param records source records with these slots
 */
record Rule(List<Slot> slots, List<Phrases> phrases, long records) {

    boolean derives(Frame.Filled filled) {
        if (!filled.frame().slots().equals(slots)) {
            return false;
        }
        for (int i = 0; i < phrases.size(); i++) {
            if (!phrases.get(i).matches(filled.phrases().get(i))) {
                return false;
            }
        }
        return true;
    }
}
