import type { TopicKey } from "../topics.ts";

/** Markdown; `{coach}` stands for the coach's name. */
export type ShippedText = { topic: TopicKey; title: string; body: string };
