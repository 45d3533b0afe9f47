package io.understudy.ner.linking;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which mentions of a scope name one entity. Immutable; thread-safe. */
public final class Links {

    private final int[] lineEnds;
    private final String[] names;
    private final String[] canonical;

    Links(int[] lineEnds, Entity[] entities) {
        this.lineEnds = lineEnds;
        this.names = new String[entities.length];
        this.canonical = new String[entities.length];
        Map<Label, Integer> used = new HashMap<>();
        Map<Entity, String> named = new HashMap<>();
        for (int i = 0; i < entities.length; i++) {
            Entity entity = entities[i];
            names[i] = named.computeIfAbsent(
                    entity, each -> each.label.name() + '_' + used.merge(each.label, 1, Integer::sum));
            canonical[i] = entity.canonical;
        }
    }

    /** How many lines there are. */
    public int lines() {
        return lineEnds.length;
    }

    /**
     * The line with the entity of each mention, and as its value the entity's fullest name.
     *
     * @param number of the line in its scope, from 0 on
     * @param line with the mentions that it had when it was added
     * @throws IllegalArgumentException if it has more or fewer mentions than the line that was added
     */
    public AnnotatedText apply(int number, AnnotatedText line) {
        int from = number == 0 ? 0 : lineEnds[number - 1];
        if (lineEnds[number] - from != line.mentions().size()) {
            throw new IllegalArgumentException(
                    "line " + number + " has " + line.mentions().size() + " mentions; expected the "
                            + (lineEnds[number] - from) + " that were linked");
        }
        List<Mention> linked = new ArrayList<>(line.mentions().size());
        for (int i = 0; i < line.mentions().size(); i++) {
            Mention mention = line.mentions().get(i);
            Details details = mention.details().withEntity(names[from + i]).withValue(canonical[from + i]);
            linked.add(new Mention(mention.span(), mention.label(), details));
        }
        return new AnnotatedText(line.text(), linked);
    }
}
