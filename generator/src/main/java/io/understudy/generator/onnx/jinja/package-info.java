/**
 * The part of Jinja that chat templates are written in: conditions, loops, assignments, macros, the usual filters,
 * tests and methods. What it does not know is refused by name when the template is read, never skipped. It knows no
 * files, no clock and no code: a template that comes with a model can do nothing but write text.
 */
package io.understudy.generator.onnx.jinja;
