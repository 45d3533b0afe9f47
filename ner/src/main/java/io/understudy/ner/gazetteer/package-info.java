/** Lists of phrases, found wherever they stand as whole words: {@link io.understudy.ner.gazetteer.Gazetteer}. */
package io.understudy.ner.gazetteer;
