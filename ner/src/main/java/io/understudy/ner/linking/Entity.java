package io.understudy.ner.linking;

import io.understudy.core.Label;
import java.util.TreeSet;

/** Somebody or something, while it is found out what names it. */
final class Entity {

    /** Names the entity: the label of its first form. */
    final Label label;

    /** Its fullest name: the surface of its first form, because forms are taken from the fullest on. */
    final String canonical;

    /** Numbers of its mentions. */
    final TreeSet<Integer> mentions = new TreeSet<>();

    Entity(Label label, String canonical) {
        this.label = label;
        this.canonical = canonical;
    }

    /**
     * How far this entity's nearest mention is from a mention: those before count from 1 on, those behind come after
     * all before.
     */
    long distance(int mention) {
        Integer before = mentions.floor(mention);
        if (before != null) {
            return (long) mention - before;
        }
        Integer behind = mentions.ceiling(mention);
        return behind == null ? Long.MAX_VALUE : (long) Integer.MAX_VALUE + behind - mention;
    }
}
