# Builds what the benchmarks of language models run, and how to run it; to be sourced in the repository's root.
# PROFILES: Maven profiles, such as gpu. BUILT=1: takes what is there.
[ "${BUILT:-}" = 1 ] && [ -f generator/target/benchmark.classpath ] || {
echo "building ..." >&2
mvn -B -ntp -q ${PROFILES:+-P"$PROFILES"} -pl generator,ner -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
}
classes=$(for module in core onnx ner templates prompts generator; do printf '%s:' $module/target/classes $module/target/test-classes; done)
classes=$classes$(cat generator/target/benchmark.classpath)
# A folder with ONNX Runtime's libraries, instead of those in its jar: UNDERSTUDY_ORT.
java() { command java -Xmx4g ${UNDERSTUDY_ORT:+-Donnxruntime.native.path="$UNDERSTUDY_ORT"} -cp "$classes" "$@"; }
bench() { java io.understudy.generator.onnx.DecodeBenchmark "$@"; }
