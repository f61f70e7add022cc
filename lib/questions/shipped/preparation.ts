import type { Question } from "../question.ts";
import { asked, noMedicineChanges, scale, talkFirst } from "./asked.ts";

export const preparation: Question[] = [
  asked("long", "focus", "What would make this conversation worth your time?", {
    required: true,
    why: "Needed before you share, so that the hour starts with what you want. A few words are enough.",
  }),
  asked("long", "why_now", "What is drawing you to this work at this point in your life?", {
    firstTimeOnly: true,
    why: "Asked only the first time. It helps you both see what matters to you.",
  }),
  asked("short", "intention", "Try your intention as one plain sentence. Rough is fine.", {
    why: "It can change. You will hold it lightly.",
  }),
  asked("long", "hopes_worries", "What do you hope for, and what makes you nervous?", {
    why: "Both are welcome here, also when they don’t fit together.",
  }),
  scale("steadiness", "Over the past week, how steady have you felt?", ["not at all", "very"], {
    required: true,
    why: "Needed before you share: it is asked each time, so that you can both see how it moves. “I’d rather not say” is an answer too.",
  }),
  scale("sleep", "How rested have you been?", ["not at all", "fully"], {
    why: "Sleep is often the first thing to tell that a week was hard.",
  }),
  asked("multi", "changes", "Since we last spoke, has anything changed?", {
    required: true,
    why: "Needed before you share, so that nothing important is missed. Choose all that fit.",
    before:
      "The next question is about health. It takes a minute, and only {coach} reads it. You can say that you’d rather tell it in person.",
    beneath: noMedicineChanges,
    options: {
      nothing: "Nothing new",
      medicine: "A medicine or supplement",
      body: "My physical health",
      mind: "My mental health",
      pregnancy: "Pregnancy or possible pregnancy",
      life_event: "A big life event",
      in_person: "I’d rather tell you in person",
    },
    concern: talkFirst(["medicine", "body", "mind", "pregnancy", "in_person"], { showsSupport: ["mind"] }),
  }),
  asked("yesno", "trust_person", "Is there someone you trust who knows about this work?", {
    why: "It is good to have someone to be with afterwards.",
  }),
  asked("short", "ease", "What helps you feel at ease with a new person or place?", {
    why: "So that the pace and the room suit you.",
  }),
  asked("long", "limits", "Is there anything you’d like me to avoid: words, topics, closeness?", {
    why: "{coach} reads this first, before you meet.",
  }),
  asked("long", "questions", "What would you like to ask me, about the work or about me?", {
    why: "Anything at all. Trust goes both ways.",
  }),
];
