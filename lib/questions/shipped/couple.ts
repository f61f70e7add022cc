import type { Question } from "../question.ts";
import { asked, scale, talkFirst } from "./asked.ts";

export const couple: Question[] = [
  asked("choice", "free_to_speak", "How freely can you speak with your partner in the room?", {
    required: true,
    partner: "never",
    why: "Needed before you share, so that the hour is safe for both of you. Your partner can never see it.",
    before:
      "The next question is about the two of you. It is one tap. {coach} reads it, and your partner never can.",
    options: {
      freely: "Freely",
      mostly: "Mostly",
      not_very: "Not very",
      alone_first: "I’d like to talk with you alone first",
    },
    concern: talkFirst(["not_very", "alone_first"], { showsSupport: true, holdsGuidance: false }),
  }),
  asked("long", "hope", "What do you hope feels different by the end?", {
    required: true,
    why: "Needed before you share, so that the hour starts with what you both want. A few words are enough.",
  }),
  scale("closeness", "How close have you felt to your partner this week?", ["not at all", "very"], {
    why: "It moves from week to week. There is no right number.",
  }),
  scale("room", "How much room to be yourself have you had this week?", ["none", "plenty"], {
    why: "Room matters as much as closeness.",
  }),
  asked(
    "long",
    "loop",
    "Tell me about one recent moment when one of you reached and the other stepped back. What did you do?",
    {
      why: "Your own part is the one you can change. Please leave your partner’s to them.",
    },
  ),
  asked("short", "valued", "What did your partner do that you valued, even if small?", {
    partner: "may",
    why: "A warm place to start. You can show this one to your partner, if you want to.",
  }),
  asked("short", "ask", "What is one thing you’d like to ask for?", {
    partner: "may",
    why: "One plain thing is easier to say yes to. You can show this one to your partner, if you want to.",
  }),
  asked("long", "not_today", "Is there anything you don’t want raised together?", {
    partner: "never",
    stays: true,
    why: "{coach} keeps it out of the hour. Your partner can never see it.",
  }),
];
