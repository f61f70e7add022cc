import type { ScreeningStanding } from "./standing.ts";
import type { ScreeningState } from "./states.ts";

type State = ScreeningStanding["state"];

/** How it stands, as a client reads it. */
export function standingWords({ state, because }: ScreeningStanding, coachName: string): string {
  if (state === "expired")
    return because === "change"
      ? "Please look at them again: something changed since you shared them."
      : "Please look at them again: it has been 90 days.";
  return forClient[state](coachName);
}

const forClient: Record<Exclude<State, "expired">, (coachName: string) => string> = {
  not_started: () => "Nothing has been shared yet. What you write is only yours until you share it.",
  shared: (coach) => `${coach} has your answers and looks at them. Nothing is decided by a machine.`,
  in_conversation: (coach) =>
    `${coach} has looked at your answers, and the two of you talk about them. Nothing is decided by a machine.`,
  medical_review_asked: (coach) =>
    `${coach} would like a doctor’s view before a day is planned. The two of you talk about whom to ask.`,
  medical_review_noted: (coach) =>
    `A doctor’s view was asked for and is noted. ${coach} looks at it, and talks with you.`,
  coach_ready_to_proceed: (coach) =>
    `${coach} has looked at your answers, and is ready to plan a day with you. If something changes, please say so.`,
  coach_not_at_this_time: (coach) =>
    `${coach} has suggested not going ahead with a guidance session at this time. Preparation talks, integration and the lessons stay open to you.`,
};

/** The same as a coach reads it. */
export const stateWords: Record<State, string> = {
  not_started: "Nothing shared yet",
  shared: "Shared, waits for you",
  in_conversation: "In conversation",
  medical_review_asked: "Doctor’s view asked for",
  medical_review_noted: "Doctor’s view noted",
  coach_ready_to_proceed: "You are ready to go on",
  coach_not_at_this_time: "Not at this time",
  expired: "Too old to build on",
};

/** What a coach chooses, and what it means. */
export const moveWords: Record<ScreeningState, { title: string; more: string }> = {
  not_started: { title: "", more: "" },
  shared: { title: "", more: "" },
  in_conversation: { title: "We talk about it", more: "You have looked, and the two of you are talking." },
  medical_review_asked: {
    title: "I ask for a doctor’s view",
    more: "A doctor, prescriber or pharmacist is to be asked. A kind word by way of the client is not the same.",
  },
  medical_review_noted: {
    title: "A doctor’s view is noted",
    more: "You write who was asked, and when. That you have asked yourself is part of it.",
  },
  coach_ready_to_proceed: {
    title: "I am ready to go on",
    more: "You have looked at every answer, and have written of each that waits for a talk.",
  },
  coach_not_at_this_time: {
    title: "Not at this time",
    more: "The client reads that a day is not planned now, and that talks and lessons stay open to them.",
  },
};

export const nothingMarked = "None of these answers raised a flag. That is not a medical clearance.";
