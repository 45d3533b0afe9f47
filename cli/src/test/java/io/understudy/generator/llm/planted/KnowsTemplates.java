package io.understudy.generator.llm.planted;

import io.understudy.templates.TemplateSource;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsTemplates(TemplateSource source) {}
