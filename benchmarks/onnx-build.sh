# Builds what the benchmarks of language models run, and how to run it; to be sourced in the repository's root.
# PROFILES: Maven profiles, such as gpu. BUILT=1: takes what is there.
[ "${BUILT:-}" = 1 ] && [ -f generator/target/benchmark.classpath ] || {
echo "building ..." >&2
mvn -B -ntp -q ${PROFILES:+-P"$PROFILES"} -pl generator -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
}
classes=$(for module in core onnx templates prompts generator; do printf '%s:' $module/target/classes $module/target/test-classes; done)
classes=$classes$(cat generator/target/benchmark.classpath)
bench() { java -Xmx4g -cp "$classes" io.understudy.generator.onnx.DecodeBenchmark "$@"; }
