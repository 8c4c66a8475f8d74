package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Name;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that a library reads by itself, by the lists of libraries and by what the code says. */
class LibrariesTest {
    @ParameterizedTest
    @CsvSource({
        "requirements.txt, openai==2.8.0, from openai import OpenAI, OPENAI_API_KEY, true",
        "requirements.txt, openai==2.8.0, import os, OPENAI_API_KEY, false",
        "requirements/prod.txt, openai==2.8.0, from openai import OpenAI, OPENAI_API_KEY, true",
        "docs/prod.txt, openai==2.8.0, from openai import OpenAI, OPENAI_API_KEY, false",
        "requirements.txt, transformers==4.57.0, from transformers import pipeline, HUGGING_FACE_HUB_TOKEN, true",
        "requirements.txt, vllm==0.12.0, from vllm import LLM, HUGGINGFACE_API_KEY, true",
        "requirements.txt, datasets==4.4.0, from datasets import load_dataset, HF_TOKEN, true",
        "requirements.txt, peft==0.18.0, from peft import PeftModel, HF_TOKEN, true",
        "requirements.txt, pyannote.audio==4.0.0, from pyannote.audio import Pipeline, HF_TOKEN, true",
        "requirements.txt, boto3==1.42.0, import boto3, AWS_SECRET_ACCESS_KEY, true",
        "requirements.txt, flask==3.1.0, import flask, AWS_SECRET_ACCESS_KEY, false",
        "requirements.txt, litellm==1.80.0, from litellm import completion, MISTRAL_API_KEY, true",
        "pyproject.toml, pydantic-ai>=1.20, from pydantic_ai import Agent, GROQ_API_KEY, true",
        "requirements.txt, litellm==1.80.0, from litellm import completion, MISTRAL_TOKEN, false",
        "requirements.txt, langchain==1.1.0, from langchain_anthropic import ChatAnthropic, OPENAI_API_KEY, false",
        "requirements.txt, langchain==1.1.0, init_chat_model('openai:small'), OPENAI_API_KEY, true",
        "requirements.txt, langchain langchain-openai, init_chat_model(model), OPENAI_API_KEY, true",
        "Dockerfile, COPY services/bakery/ ., package bakery, BAKERY_DATABASE_URL, false",
        "Dockerfile, RUN pip install bakery, package main, BAKERY_DATABASE_URL, true",
        "Dockerfile, COPY --from=town.example/bakery:7 /app /app, package main, BAKERY_DATABASE_URL, true",
        "go.mod, module town.example/bakery, package bakery, BAKERY_DATABASE_URL, false",
        "go.mod, require town.example/bakery v1.0.0, bakery.Open(), BAKERY_DATABASE_URL, true",
        "Gemfile, gem 'redis', Redis.new, REDIS_URL, true",
        "package.json, redis, createClient(redis), REDIS_URL, false"
    })
    void mayReadAName(Path list, String listed, String code, Name name, boolean expected) {
        Libraries libraries = new Libraries(code.toLowerCase(Locale.ROOT)::contains);
        if (Libraries.mayList(list)) {
            libraries.add(list, listed);
        }
        assertThat(libraries.mayRead(name)).isEqualTo(expected);
    }
}
