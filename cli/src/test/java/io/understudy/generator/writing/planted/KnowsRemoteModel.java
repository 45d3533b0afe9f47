package io.understudy.generator.writing.planted;

import io.understudy.generator.llm.RemoteModel;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsRemoteModel(RemoteModel model) {}
