package io.understudy.generator.onnx.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are what Jinja 3 writes with trim_blocks and lstrip_blocks, as transformers sets it up. */
class JinjaTest {

    private static final List<Object> CHAT = List.of(
            Map.of("role", "system", "content", " Be brief. "),
            Map.of("role", "user", "content", "Hi\n"),
            Map.of("role", "assistant", "content", "Hello"),
            Map.of("role", "user", "content", "Bye"));

    private static String render(String template) {
        return Jinja.parse(template)
                .render(Map.of(
                        "messages",
                        CHAT,
                        "bos_token",
                        "<s>",
                        "n",
                        3L,
                        "half",
                        0.5,
                        "yes",
                        true,
                        "list",
                        List.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{{ 1 + 2 * 3 - 7 // 2 % 5 }}; 4",
                "{{ 'a' ~ 1 ~ 'b' + 'c' }}; a1bc",
                "{{ 'x' if n > 2 and not n == 4 else 'y' }}; x",
                "{{ 'x' if n in [1, 2] or 'a' not in list else 'y' }}; y",
                "{{ missing is defined }} {{ n is number }} {{ list is not string }} {{ none is none }}; False True True True",
                "{{ messages[0]['role'] }} {{ messages[-1].content }} {{ messages[1:3]|length }}; system Bye 2",
                "{{ messages[::-1][0].role }}; user",
                "{{ ' x '.strip() }}|{{ 'a-b-c'.split('-')[1] }}|{{ 'abc'.startswith('ab') }}|{{ 'xax'.strip('x') }}; x|b|True|a",
                "{{ 'a b'|upper|replace('A', 'c') }} {{ list|join('+') }} {{ list|last }}; c B a+b b",
                "{{ {'k': [1, true, none, 'q\"']}|tojson }}; {\"k\": [1, true, null, \"q\\\"\"]}",
                "{{ messages|selectattr('role', 'equalto', 'user')|map(attribute='content')|list|length }}; 2",
                "{{ missing|default('d') }} {{ ''|default('d', true) }}; d d",
                "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}{{ v }}{{ ',' if not loop.last }}{% endfor %}; a1,b2",
                "{% set ns = namespace(x=0) %}{% for i in range(4) %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }}; 6",
                "{% set x = 1 %}{% for i in [2] %}{% set x = i %}{% endfor %}{{ x }}; 1",
                "{% for i in [] %}{{ i }}{% else %}none{% endfor %}; none",
                "{% for i in range(9) if i is odd %}{% if i > 6 %}{% break %}{% endif %}{{ i }}{% endfor %}; 135",
                "{% macro twice(x, y='!') %}{{ x }}{{ x }}{{ y }}{% endmacro %}{{ twice('a') }}{{ twice('b', y='') }}; aa!bb",
                "{% set x %}a{{ n }}{% endset %}[{{ x }}]; [a3]",
                "{{- ' a ' -}}   b; ` a b`",
                "{{ half }} {{ 7 / 2 }} {{ -n }} {{ yes }}; 0.5 3.5 -3 True",
                "{{ \"it's\" }}{# a note #}{{ 'x' 'y' }}; it'sxy",
            })
    void writesAsJinjaDoes(String template, String expected) {
        assertThat(render(template)).isEqualTo(expected);
    }

    @Test
    void blocksTakeTheirLinesWithThem() {
        assertThat(render("""
                {% for m in messages %}
                  {% if m.role == 'user' %}
                <{{ m.role }}>{{ m.content | trim }}
                  {% endif %}
                {% endfor %}
                end
                """)).isEqualTo("<user>Hi\n<user>Bye\nend\n");
        assertThat(render("a\n  {%- if yes %}\n  b\n  {%- endif -%}\n c")).isEqualTo("a  b" + "c");
    }

    @Test
    void rendersTheFormsThatModelsAreMadeWith() {
        // In the manner of ChatML.
        assertThat(
                        render(
                                "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if yes %}{{ '<|im_start|>assistant\n' }}{% endif %}"))
                .isEqualTo(
                        "<|im_start|>system\n Be brief. <|im_end|>\n<|im_start|>user\nHi\n<|im_end|>\n<|im_start|>assistant\nHello<|im_end|>\n<|im_start|>user\nBye<|im_end|>\n<|im_start|>assistant\n");
        // In the manner of Llama 3: headers, trimmed contents, the first begins the text.
        assertThat(
                        render(
                                "{% set loop_messages = messages %}{% for message in loop_messages %}{% set content = '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n'+ message['content'] | trim + '<|eot_id|>' %}{% if loop.index0 == 0 %}{% set content = bos_token + content %}{% endif %}{{ content }}{% endfor %}"))
                .startsWith(
                        "<s><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|><|start_header_id|>user")
                .endsWith("\n\nBye<|eot_id|>");
        // In the manner of Gemma and Mistral: no system, turns that must alternate.
        assertThatThrownBy(
                        () -> render(
                                "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"))
                .isInstanceOf(JinjaException.class)
                .hasMessage("the chat template refuses this chat: System role not supported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{% include 'x' %}; '{% include %}'",
                "{{ x|urlize }}; the filter 'urlize', which is not known here",
                "{{ x is divisibleby 3 }}; the test 'divisibleby'",
                "{% if x %}a; a block without an end; expected elif or else or endif",
                "{% endfor %}; '{% endfor %}'",
                "{{ x; a tag without an end",
                "{{ x ; a tag without an end",
                "{{ a ! b }}; the sign '!'",
                "{{ (1 }}; found '', expected ','",
            })
    void refusesByNameWhatItDoesNotKnow(String template, String problem) {
        assertThatThrownBy(() -> Jinja.parse(template))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ missing.x }}; a value that is not there",
                "{{ 'a'.format() }}; calls 'format' on a string",
                "{{ 1 + 'a' }}; '+' between a number and a string",
                "{{ unknown() }}; a function that is not known here",
                "{{ range(10000000) }}; counts without an end",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}; cannot be followed",
            })
    void saysWhatCannotBeFollowed(String template, String problem) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining(problem);
    }
}
