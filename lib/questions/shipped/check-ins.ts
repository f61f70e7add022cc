import type { Question } from "../question.ts";
import { asked, pleaseLook, scale } from "./asked.ts";

// The same each time, so that the numbers can be laid side by side.
const core: Question[] = [
  scale("rested", "How rested are you?", ["not at all", "fully"], {
    concern: pleaseLook({ atMost: 2, twiceRunning: true }),
  }),
  scale("steady", "How steady do you feel inside?", ["not at all", "very"], {
    concern: pleaseLook({ atMost: 2 }),
  }),
  scale("overwhelm", "How overwhelmed do you feel?", ["not at all", "very"], {
    concern: pleaseLook({ atLeast: 8 }),
  }),
  scale("connected", "How connected do you feel to at least one other person?", ["not at all", "very"]),
];

const contact = asked("choice", "contact", "Would you like {coach} to get in touch?", {
  options: { yes: "Yes", no: "No" },
  concern: pleaseLook({ values: ["yes"] }),
});

const perception = asked("yesno", "perception", "Any sights, sounds or sensations that still worry you?", {
  concern: pleaseLook({ values: ["yes", "talk"] }),
});

const extras: Record<number, Question[]> = {
  1: [
    asked("yesno", "cared_for", "Have you eaten, drunk water and rested?"),
    asked("yesno", "within_reach", "Is someone with you or within reach?", {
      concern: pleaseLook({ values: ["no"] }),
    }),
  ],
  3: [asked("short", "loud", "Is anything from the session still very loud?")],
  7: [
    asked("short", "keep", "What is one small thing you want to keep?", {
      why: "A few words. It can be very small.",
    }),
  ],
  14: [scale("close_people", "How are things with the people close to you?", ["hard", "easy"]), perception],
  30: [
    asked("long", "ordinary_week", "What is different in an ordinary week?"),
    perception,
    asked("choice", "support_wanted", "What support would you like from here?", {
      options: {
        none: "None",
        session: "One more session",
        referral: "A referral",
        lesson: "A lesson",
      },
    }),
  ],
};

const free = asked("long", "how_now", "How are things now? Say as much or as little as you like.");

/** The questions of each day after guidance that has any. */
export const checkIns: { day: number; name: string; questions: Question[] }[] = [
  ...Object.entries(extras).map(([day, questions]) => ({
    day: Number(day),
    name: `Check-in, day ${day}`,
    questions: [...core, ...questions, contact],
  })),
  ...[
    { day: 90, name: "Check-in, 3 months" },
    { day: 180, name: "Check-in, 6 months" },
    { day: 365, name: "Check-in, 12 months" },
  ].map((each) => ({ ...each, questions: [free, contact] })),
];
