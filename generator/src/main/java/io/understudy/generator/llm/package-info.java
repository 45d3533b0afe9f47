/**
 * Models on a server, through LangChain4j: OpenAI and whoever speaks its language, Anthropic, Gemini, Mistral, Ollama.
 * {@link io.understudy.generator.llm.RemoteModel} is a {@link io.understudy.generator.model.TextModel};
 * {@link io.understudy.generator.llm.Settings} says whom to ask and how fast.
 *
 * <p>LangChain4j words the requests and reads the replies. All that may go wrong on the way is ours: its retries are
 * off (they do not hear {@code Retry-After}), its HTTP client is {@code Transport} (HTTP/1.1, because servers lose the
 * body of a request that asks for HTTP/2), through which every request passes the egress guard.
 *
 * <p>Terms: a <em>call</em> is one HTTP request; a request is answered after one or more. A reply that was paid for and
 * could not be used is <em>lost</em>.
 */
package io.understudy.generator.llm;
