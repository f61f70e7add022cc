import type { ShippedText } from "./text.ts";

/** What the work is, and what it may bring. */
export const onTheWork: readonly ShippedText[] = [
  {
    topic: "coach_not_therapist",
    title: "A coach, not a therapist",
    body: `**In short: {coach} coaches. That is not health care.**

{coach} listens, asks, and keeps you company. {coach} does not name illnesses, does not treat them, and does not give therapy.

{coach} is not there for emergencies either. If you are in danger, call the number for emergencies where you are. “Support now”, on each page, lists people who can help at once.

If you have a doctor or a therapist, please keep seeing them. Please do not stop or change any medicine because of our work. Talk with the person who prescribed it.`,
  },
  {
    topic: "voluntary",
    title: "It is your choice, at each step",
    body: `**In short: you can stop at any time, and you need no reason.**

You take part because you want to. You may say no before the day. You may stop or pause on the day. You may leave the work behind after it.

Stopping costs you nothing with {coach}. Talks and lessons stay open to you. On the day it may be safer to wait a while before you go home. {coach} will tell you so and stay with you.

What you agree to here you can take back here, one topic at a time.`,
  },
  {
    topic: "what_may_happen",
    title: "What may happen",
    body: `**In short: it can be hard, and for some people it stays hard for a long time.**

On the day you may feel strong joy or grief. You may feel fear, or be confused. Your body may feel unwell: sick, cold, tense or shaky.

In the days after, some people feel low or sleep badly. What they see or hear may seem changed for a while. Most of this passes.

It does not pass for all. One study asked 608 people who had trouble that lasted. About one in three of them said it went on for more than a year. About one in six said it went on for more than three years. Fear, a sense that things are not real, and feeling cut off were named most often.

Nobody can tell you beforehand how it will be for you. If something worries you, tell {coach}, or a doctor. You will also get short check-ins here.`,
  },
  {
    topic: "change",
    title: "You may change in ways you did not plan",
    body: `**In short: what you believe and value may shift, and nothing new is agreed on the day.**

A deep day can change how you see yourself, other people, or what life is about. You may welcome that, or not. The people close to you may find you changed. You cannot fully know this beforehand, and nor can {coach}.

On such a day people are also more open to what others say. So all that you agree to is agreed before. {coach} will not ask you for anything new while the day lasts, and a new yes on that day does not count. A new no always does.`,
  },
  {
    topic: "big_decisions",
    title: "Give big decisions time",
    body: `**In short: wait before you change something big.**

After the day, much can look clear and urgent. Some of it will still be true in a month, and some will not.

Please give yourself at least a few weeks before you end or begin a relationship, leave a job, move away, or spend a lot of money. Write the thought down. Talk about it with somebody who knows you well. {coach} can think about it with you, and will not tell you what to do.

Medicine is not among the things to change alone. Please see the person who prescribed it first.`,
  },
];
