import type { Question } from "../question.ts";
import { asked, scale } from "./asked.ts";

export const mentorship: Question[] = [
  asked("choice", "urgency", "How pressing is this?", {
    required: true,
    why: "Needed before you share, because mentoring is too slow for some things.",
    options: {
      learning: "Learning",
      can_wait: "Live and can wait",
      days: "I need to think it through within days",
      at_risk: "Someone may be at risk now",
    },
    concern: {
      values: ["at_risk"],
      tier: "note",
      showsSupport: false,
      holdsGuidance: false,
      says: "Mentoring isn’t the right route for this. Please follow your own emergency procedure now.",
    },
  }),
  asked("long", "question", "What question from your practice are you bringing?", {
    required: true,
    why: "Needed before you share, so that the hour has one thing at its centre.",
  }),
  asked("yesno", "anonymous", "Have you taken out names and details that could point to a client?", {
    required: true,
    stays: true,
    waitsFor: "yes",
    why: "Sharing waits for a yes, so that nobody who is not here can be known from this.",
  }),
  asked("long", "outline", "The bare outline: setting, phase, what happened, what you did", {
    why: "Only as much as the question needs. Please no names.",
  }),
  asked("long", "stirred", "What did it stir in you: body, feeling, belief?", {
    why: "This hour is about you in your work.",
  }),
  asked("choice", "area", "Closest area", {
    why: "It helps to see later what came up most.",
    options: {
      preparation: "Preparation",
      session: "Holding a session",
      integration: "Integration",
      consent_touch: "Consent and touch",
      scope: "Scope and referral",
      ethics_law: "Ethics or law",
      own_process: "My own process",
      other: "Other",
    },
  }),
  asked("choice", "wanted", "What would help most?", {
    why: "So that you get the kind of help you came for.",
    options: {
      listen: "Listen",
      challenge: "Challenge me",
      options: "Options",
      refer: "Help me refer",
    },
  }),
  scale("confidence", "How sure do you feel about your next step?", ["not at all", "very"], {
    why: "It moves over time. A low number is worth as much as a high one.",
  }),
  asked("yesno", "supervised", "Is this also with your clinical supervisor, where your licence needs that?", {
    why: "Mentoring doesn’t replace supervision.",
  }),
];
