/**
 * Models from a server that is compatible with the Hugging Face hub, to a folder: what there is and under which
 * licence, then, once the licence is accepted, file by file, resumed where it was cut and checked by hash. Nothing here
 * runs unless the user asks for it.
 */
package io.understudy.generator.hub;
