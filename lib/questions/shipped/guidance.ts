import type { Question } from "../question.ts";
import { asked, noMedicineChanges, onlyCoachReads, scale, talkFirst } from "./asked.ts";

const stillYes = asked("choice", "still_yes", "Where are you with this session today?", {
  required: true,
  why: "Needed, because a yes from last month is not a yes for today. Any of these is fine to say.",
  options: {
    go_ahead: "I want to go ahead",
    unsure: "I’m unsure and want to talk",
    move: "I’d like to move it",
    no: "I don’t want to do it",
  },
  concern: talkFirst(["unsure", "move", "no"], {
    says: "Thank you for saying so. You can change your mind at any time, and you need no reason. {coach} will talk with you before anything else.",
  }),
});

const settled = scale("settled", "How settled do you feel?", ["not at all", "very"], {
  why: "So that {coach} knows how you arrive.",
});

const touch = asked("choice", "touch", "About touch", {
  required: true,
  stays: true,
  why: "Needed, so that it is your choice and agreed beforehand. No touch is where it starts. You can say no at any moment, and on the day nothing is added.",
  options: {
    none: "No touch",
    ask: "Ask me each time, hand or shoulder only",
    talk: "Let’s talk first",
  },
});

const wayHome = asked("choice", "way_home", "How are you getting home?", {
  required: true,
  stays: true,
  why: "Needed, because you should not drive afterwards.",
  options: {
    collected: "Someone is collecting me",
    taxi: "A taxi",
    staying: "I’m staying over",
    not_sorted: "Not sorted yet",
  },
});

export const guidance: Question[] = [
  stillYes,
  settled,
  asked(
    "yesno",
    "health_change",
    "Since your last health check here, has any medicine, supplement, condition or pregnancy status changed?",
    {
      required: true,
      why: "Needed, because a change can matter for the day. If there is one, you two talk about it first.",
      before: onlyCoachReads,
      beneath: noMedicineChanges,
      concern: talkFirst(["yes", "talk"]),
    },
  ),
  asked(
    "yesno",
    "self_harm",
    "In the past two weeks, have you thought about harming yourself or not wanting to be alive?",
    {
      required: true,
      why: "Needed, because {coach} wants to talk with you first if you have. You can also say that you’d rather talk about it.",
      before:
        "The next question is a hard one. It is one tap, and only {coach} reads it. You can say that you’d rather talk about it.",
      concern: talkFirst(["yes", "talk"], { showsSupport: true }),
    },
  ),
  asked(
    "long",
    "recent_days",
    "Anything about the last few days I should know, such as illness, poor sleep or stress?",
    {
      why: "So that the day can be planned round how you are.",
    },
  ),
  asked("long", "intention_now", "What is your intention today, if you have one?", {
    why: "Something to come back to. You don’t need one.",
  }),
  asked("long", "hard_moment", "If it gets hard, what should I do, and what should I not do?", {
    why: "So that the help you get is the help you want.",
  }),
  touch,
  wayHome,
  asked("yesno", "next_day", "Is the day after free of work and driving?", {
    why: "The day after is for rest.",
  }),
  asked("short", "contact", "Who may I call if you need company afterwards? First name and number", {
    required: true,
    stays: true,
    why: "Needed, so that you are not alone if you don’t want to be. It is deleted 30 days after the session, unless you renew it.",
  }),
];

/** Asked again, briefly, on the day. */
export const guidanceDay: Question[] = [stillYes, settled, touch, wayHome];
