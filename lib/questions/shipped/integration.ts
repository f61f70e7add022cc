import type { Question } from "../question.ts";
import { asked, onlyCoachReads, scale, talkFirst } from "./asked.ts";

export const integration: Question[] = [
  asked("short", "today", "What would you like from our time?", {
    required: true,
    why: "Needed before you share, so that the hour is yours. A few words are enough.",
  }),
  asked("long", "stayed", "What has stayed with you most?", {
    why: "It is a place to start from. It can be small.",
  }),
  asked("short", "one_change", "What is one small thing you’ve done, or stopped doing, since?", {
    why: "Small things show what you take into your days.",
  }),
  scale("steadiness", "How steady have you felt?", ["not at all", "very"], {
    required: true,
    why: "Needed before you share: it is asked each time, so that you can both see how it moves. “I’d rather not say” is an answer too.",
  }),
  scale("sleep", "How rested have you been?", ["not at all", "fully"], {
    why: "Sleep is often the first thing to tell that a week was hard.",
  }),
  scale("overwhelm", "How overwhelmed have you felt?", ["not at all", "very"], {
    why: "So that you get more help if you need it.",
  }),
  asked("short", "body", "How is your body doing?", {
    why: "The body can need time too.",
  }),
  asked("long", "people", "How have you been with the people close to you?", {
    why: "A big experience can make things odd between people for a while.",
  }),
  asked("long", "hard_to_place", "Is any part confusing, frightening or hard to place?", {
    why: "What is stuck is easier to look at with someone.",
  }),
  asked(
    "yesno",
    "perception",
    "Are you noticing changes in what you see, hear or feel that worry you, or trouble telling what is real?",
    {
      why: "If you are, you two talk about it first, and a doctor should know too.",
      before: onlyCoachReads,
      concern: talkFirst(["yes", "talk"], {
        showsSupport: true,
        says: "Please talk with a doctor about this as well. You don’t need to wait until you meet {coach}.",
      }),
    },
  ),
  asked("choice", "decision", "Are you weighing a big decision?", {
    why: "Big decisions are often better after some time. You can talk about when.",
    options: {
      no: "No",
      can_wait: "Yes, and it can wait",
      urgent: "Yes, and it feels urgent",
    },
    concern: {
      values: ["can_wait", "urgent"],
      tier: "note",
      showsSupport: false,
      holdsGuidance: false,
    },
  }),
];
