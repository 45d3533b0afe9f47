package io.understudy.ner.linking;

import io.understudy.ner.linking.Linker.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which entity each mention names, so far. */
final class Resolution {

    private final Entity[] of;

    Resolution(int mentions) {
        this.of = new Entity[mentions];
    }

    Entity entity(Form form) {
        return new Entity(form.label, form.surface);
    }

    void join(Form form, Entity entity) {
        for (int i = 0; i < form.mentions.size(); i++) {
            join(form.mentions.get(i), entity);
        }
    }

    private void join(int mention, Entity entity) {
        of[mention] = entity;
        entity.mentions.add(mention);
    }

    /** Each mention joins the nearest; all are looked at before any joins, so that their order does not count. */
    void joinNearest(Form form, List<Entity> candidates) {
        if (candidates.size() == 1) {
            join(form, candidates.get(0));
            return;
        }
        List<Entity> nearest = new ArrayList<>();
        for (int i = 0; i < form.mentions.size(); i++) {
            int mention = form.mentions.get(i);
            nearest.add(candidates.stream()
                    .min(Comparator.comparingLong(each -> each.distance(mention)))
                    .orElseThrow());
        }
        for (int i = 0; i < form.mentions.size(); i++) {
            join(form.mentions.get(i), nearest.get(i));
        }
    }

    /** One for each mention. */
    Entity[] entities(int mentions) {
        if (mentions != of.length) {
            throw new IllegalStateException("a mention was added after linking began");
        }
        return of;
    }
}
