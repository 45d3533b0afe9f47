package io.understudy.eval.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import io.understudy.eval.linear.TextFeatures.Places;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines as vectors, weighted by what some lines know: {@code (1 + ln tf) · (1 + ln((1 + n) / (1 + df)))}, of unit
 * length for words and for characters each, and a constant at the end. Immutable.
 */
final class TfIdf {

    /** Place to feature, from 1 on; 0 where no line has it. First the words, then the characters. */
    private final int[] features = new int[2 * TextFeatures.SIZE];

    private final double[] idf;

    TfIdf(List<TextFeatures> lines) {
        int[] frequencies = new int[features.length];
        for (TextFeatures line : lines) {
            count(line.words(), 0, frequencies);
            count(line.characters(), TextFeatures.SIZE, frequencies);
        }
        int known = 0;
        for (int place = 0; place < frequencies.length; place++) {
            features[place] = frequencies[place] == 0 ? 0 : ++known;
        }
        idf = new double[known];
        for (int place = 0; place < frequencies.length; place++) {
            if (features[place] > 0) {
                idf[features[place] - 1] = 1 + StrictMath.log((1.0 + lines.size()) / (1.0 + frequencies[place]));
            }
        }
    }

    private static void count(Places places, int offset, int[] frequencies) {
        for (int i = 0; i < places.size(); i++) {
            frequencies[offset + places.place(i)]++;
        }
    }

    /** Length of the vectors, the constant included. */
    int size() {
        return idf.length + 1;
    }

    /** The component of a word or pair of this place, counted from 1 as liblinear does; 0 where no line has it. */
    int component(int wordPlace) {
        return features[wordPlace];
    }

    Feature[] of(TextFeatures line) {
        List<Feature> nodes = new ArrayList<>(line.size() + 1);
        add(line.words(), 0, nodes);
        add(line.characters(), TextFeatures.SIZE, nodes);
        nodes.add(new FeatureNode(size(), 1));
        return nodes.toArray(Feature[]::new);
    }

    private void add(Places places, int offset, List<Feature> nodes) {
        int first = nodes.size();
        double squares = 0;
        for (int i = 0; i < places.size(); i++) {
            int feature = features[offset + places.place(i)];
            if (feature > 0) {
                double value = (1 + StrictMath.log(places.count(i))) * idf[feature - 1];
                squares += value * value;
                nodes.add(new FeatureNode(feature, value));
            }
        }
        double length = StrictMath.sqrt(squares);
        for (int i = first; i < nodes.size(); i++) {
            nodes.get(i).setValue(nodes.get(i).getValue() / length);
        }
    }
}
