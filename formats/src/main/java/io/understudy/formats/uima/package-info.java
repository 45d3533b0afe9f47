/**
 * UIMA's CAS as XMI with its type system, as INCEpTION and DKPro exchange it: one CAS for each example. Offsets are
 * UTF-16 units, which is what UIMA counts.
 */
package io.understudy.formats.uima;
