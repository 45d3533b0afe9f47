/**
 * What is written beside the lines: report.json and report.html ({@link io.understudy.eval.report.Report}),
 * manifest.json ({@link io.understudy.eval.report.Manifest}) and DATA_CARD.md
 * ({@link io.understudy.eval.report.DataCard}); and the conditions users set on the numbers
 * ({@link io.understudy.eval.report.FailIf}).
 *
 * <p>Traps: nothing here holds text of the original, a path or a time, unless the user asked to see text; equal inputs
 * give equal bytes.
 */
package io.understudy.eval.report;
