/**
 * Says which mentions name one entity: "John Smith", "Mr. Smith", "J. Smith's" and "jsmith@acme.com" are one.
 * {@link io.understudy.ner.linking.Linker} takes the mentions of one scope (a line, a document, a corpus) in order;
 * {@link io.understudy.ner.linking.Links} gives them back with {@link io.understudy.core.Details#entity} and, as
 * {@link io.understudy.core.Details#value}, the entity's fullest name.
 *
 * <p>Terms: a form is a way in which an entity is written; forms are taken from the fullest to the barest, each joins
 * the entity that it fits, and where it fits several each of its mentions joins the nearest. Trap: pronouns are not
 * linked, and two persons of one name are one.
 */
package io.understudy.ner.linking;
