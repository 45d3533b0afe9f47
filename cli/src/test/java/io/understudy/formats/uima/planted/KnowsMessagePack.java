package io.understudy.formats.uima.planted;

import org.msgpack.core.MessagePack;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsMessagePack(MessagePack planted) {}
