type Choice = {
  asks: string;
  /** The first is the least. None is chosen beforehand. */
  options: readonly { key: string; text: string }[];
  /** What may be said beside it, in one's own words. */
  also?: { asks: string; hint: string };
};

export type Topic = {
  key: TopicKey;
  /** What the coach reads aloud on the day. */
  aloud: string;
  choice?: Choice;
  /** Only for somebody who also comes with their partner. */
  forCouples?: true;
};

export type TopicKey = (typeof keys)[number];

const keys = [
  "coach_not_therapist",
  "voluntary",
  "what_may_happen",
  "change",
  "touch",
  "no_sexual_contact",
  "who_is_there",
  "safety_plan",
  "confidentiality",
  "what_is_stored",
  "couples",
  "fees",
  "law",
  "big_decisions",
  "concerns",
  "your_record",
] as const;

const touch: Choice = {
  asks: "What would you like about touch?",
  options: [
    { key: "none", text: "No touch" },
    { key: "ask_each_time", text: "Ask me each time: my hand, foot or shoulder, or a hug that I ask for" },
    { key: "talk_first", text: "I want to talk about this first" },
  ],
  also: {
    asks: "Anything else about touch",
    hint: "What you would like, or do not want. Your “no” counts at any moment, whatever stands here.",
  },
};

const recording: Choice = {
  asks: "May anything be recorded?",
  options: [
    { key: "no", text: "No" },
    { key: "agreed_separately", text: "Only if we agree on it in writing, each time" },
  ],
};

const more: { [Key in TopicKey]: Omit<Topic, "key"> } = {
  coach_not_therapist: { aloud: "I am your coach. I am not a doctor or a therapist." },
  voluntary: { aloud: "You can stop, pause or leave at any point." },
  what_may_happen: { aloud: "Hard feelings may come, and some may stay for a while." },
  change: { aloud: "How you see things may shift. We agree on nothing new during the day." },
  touch: { aloud: "Touch is only as you chose. Your no always ends it.", choice: touch },
  no_sexual_contact: { aloud: "There is no sexual or romantic contact, today or ever." },
  who_is_there: { aloud: "Nobody is here whom we did not agree on.", choice: recording },
  safety_plan: { aloud: "If your life is in danger, I call for help. You do not drive today." },
  confidentiality: { aloud: "What you say stays with me, within the limits that you read." },
  what_is_stored: { aloud: "You know what the portal keeps, and how to have it deleted." },
  couples: { aloud: "What you tell me alone stays apart from your partner.", forCouples: true },
  fees: { aloud: "You know the fee, and what holds if you cancel." },
  law: { aloud: "You follow the law where you are. I supply nothing." },
  big_decisions: { aloud: "Give big decisions time after today." },
  concerns: { aloud: "You know where to turn if something was not right." },
  your_record: { aloud: "You can ask me anything, and see your record." },
};

/** All that is agreed to before a day of guidance, in its order. */
export const topics: readonly Topic[] = keys.map((key) => ({ key, ...more[key] }));

export function findTopic(key: string): Topic | undefined {
  return topics.find((topic) => topic.key === key);
}

/** How a choice is read. */
export function choiceWords(key: string, chosen: string | null): string | undefined {
  return findTopic(key)?.choice?.options.find((option) => option.key === chosen)?.text;
}
