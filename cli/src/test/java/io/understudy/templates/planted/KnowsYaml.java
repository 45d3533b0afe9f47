package io.understudy.templates.planted;

/** Breaks: templates knows core. */
public final class KnowsYaml {
    org.yaml.snakeyaml.Yaml yaml;
}
