/** One thing to write about. Its key stays, so that words are found again when its label changes. */
export type Field = { key: string; label: string };

/** A field with what stands in it. */
export type Written = Field & { words: string };

export type SessionKind =
  | "first_conversation"
  | "preparation"
  | "guidance"
  | "integration"
  | "couple"
  | "mentorship";

const inOrder = (fields: Record<string, string>): Field[] =>
  Object.entries(fields).map(([key, label]) => ({ key, label }));

// What somebody took, how much of it and where it came from is not asked for, and has no field.
const notes: Record<SessionKind, Field[]> = {
  first_conversation: inOrder({
    themes: "Themes, in their words",
    return_to: "Questions to come back to",
    next_step: "Next step",
  }),
  preparation: inOrder({
    themes: "Themes, in their words",
    return_to: "Questions to come back to",
    readiness: "How ready they seem to you",
    flags: "Flags you talked about, and what came of it",
    referrals: "Referrals you suggested",
    next_step: "Next step",
  }),
  guidance: inOrder({
    times: "When it began and ended",
    present: "Who was there",
    arrived: "How they arrived",
    described: "What was seen and heard, described and not interpreted",
    own_words: "Their own words",
    support: "Support you gave",
    touch: "Touch, and how they agreed to it",
    departed: "Anything that went another way than planned",
    safety: "Any health or safety event, and what was done",
    leaving: "How they were when they left",
    accompanied: "Who went with them",
  }),
  integration: inOrder({
    stayed: "What stayed",
    differently: "What they do differently",
    body: "Body, sleep, relationships",
    worrying: "Anything worrying, and what you advised",
    referrals: "Referrals",
  }),
  couple: inOrder({
    loop: "The loop as seen today",
    asks: "What each of them asked for",
    agreements: "What they agreed on",
  }),
  mentorship: inOrder({
    question: "The question",
    outline: "The outline, without names",
    stance: "The stance you offered",
    ethics: "Points of ethics",
    growth: "Where they are growing",
    advised: "Referral or supervision you advised",
  }),
};

const summaries: Record<SessionKind, Field[]> = {
  first_conversation: inOrder({
    spoke: "What we spoke about",
    step: "One small step",
    next: "When we meet next",
  }),
  preparation: inOrder({
    spoke: "What we spoke about",
    intention: "Your intention so far",
    step: "One small step",
    next: "When we meet next",
  }),
  guidance: inOrder({
    times: "When you arrived and left",
    remember: "What you asked me to remember for you",
    rest: "For your day of rest",
    check_ins: "Your check-in dates",
    contact: "Whom to contact",
  }),
  integration: inOrder({
    meaning: "Your meaning, in your words",
    step: "One small practice",
    next: "When we meet next",
  }),
  couple: inOrder({
    agreements: "What you both agreed on",
    pause: "Your words for a pause",
    next: "When we meet next",
  }),
  mentorship: inOrder({
    takeaways: "What to take away",
    reading: "To read",
    question: "A question for next time",
  }),
};

/** Of a couple each has a note for what is theirs alone, beside the one about both. */
const ofOne: Field[] = inOrder({ own: "What is theirs alone, and stays out of the note about both" });

export const firstQuestionFields: Field[] = inOrder({ question: "My first question" });
export const standingFields: Field[] = inOrder({ about: "What you want to have in mind" });

export function noteFields(kind: SessionKind, isAboutOneOfTwo = false): Field[] {
  return isAboutOneOfTwo ? ofOne : notes[kind];
}

export const summaryFields = (kind: SessionKind): Field[] => summaries[kind];

/** The fields of this kind, then those that were added, each with what stands in it. */
export function fieldsWith(fields: readonly Field[], written: readonly Written[]): Field[] {
  const added = written.filter(({ key }) => fields.every((field) => field.key !== key));
  return [...fields, ...added.map(({ key, label }) => ({ key, label }))];
}
