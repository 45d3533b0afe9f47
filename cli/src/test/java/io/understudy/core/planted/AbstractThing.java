package io.understudy.core.planted;

/** Breaks a rule on purpose; see FloorsTest. */
public abstract class AbstractThing {}
