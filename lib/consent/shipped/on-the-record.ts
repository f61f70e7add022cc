import type { ShippedText } from "./text.ts";

/** What is kept, who knows of it, and where else to turn. */
export const onTheRecord: readonly ShippedText[] = [
  {
    topic: "confidentiality",
    title: "What stays between you and {coach}",
    body: `**In short: {coach} keeps it to themselves, with a few limits.**

{coach} does not tell others what you say or write, nor that you come.

There are limits, and you should know them:

- Somebody’s life is in serious danger, and soon.
- A child, or an adult who depends on others, is being hurt or badly neglected, and the law asks that it be reported.
- A court orders it.
- You ask {coach} in writing to speak with somebody, such as your doctor.
- {coach} asks another professional for advice. Then your name, and what would give you away, is left out.

Coaching has no special shield in law. What a doctor or a lawyer may keep from a court, a coach may have to tell. If {coach} has to tell somebody, you hear it first where that is possible.`,
  },
  {
    topic: "what_is_stored",
    title: "What is kept here",
    body: `**In short: as little as the work needs, locked, and yours to take away.**

The portal keeps your name, your mail address, your time zone and your sessions. It keeps what you write, and {coach} reads only what you share. It keeps your answers about your health, your plan for the day, and what you agree to here. {coach} also keeps notes of the talks, for {coach} alone.

Your words are sealed with a key of their own. There are no ads, and nobody is paid to watch what you do.

Your answers about your health are kept for 12 months after your last session. The people in your plan are kept for 30 days after the day. What you wrote before and after sessions is kept for two years after the last one, and your journal until you delete it.

You can take a copy of what you wrote under “Looking back”. If you want things deleted, ask {coach}, who tells you what must stay, and why.`,
  },
  {
    topic: "couples",
    title: "When you also come as a couple",
    body: `**In short: what each of you writes or says alone stays apart.**

You each have your own sign-in. What you write stays between you and {coach}. {coach} does not bring it up with your partner unless you say so. Your partner does not see which sessions you have alone.

There is one limit. If keeping something private would make the work with both of you dishonest or unsafe, {coach} talks with you alone first about what to do.

Getting ready for a day like this, and the questions about health, you always do alone. If the two of you part, each keeps their own record.`,
  },
  {
    topic: "concerns",
    title: "If something is not right",
    body: `**In short: you can speak up, here or somewhere else.**

If something felt wrong, you may tell {coach}. The address stands at the foot of each page. {coach} listens, writes to you about what will be done, and does not hold it against you.

You do not have to tell {coach} first, or at all. You can talk with a person you trust, with a therapist or doctor, or with a lawyer. Where a body keeps watch over coaches or over this kind of work, you can complain there. If you think that a crime took place, you can go to the police.

If you are in danger now, or cannot bear it, “Support now” lists people who answer at once.`,
  },
  {
    topic: "your_record",
    title: "Your questions and your record",
    body: `**In short: ask anything, see your record, and have mistakes put right.**

You may ask {coach} about training and experience, about how the day goes, and about each word in these texts. Please ask until it is clear. {coach} answers truthfully, and says so when the answer is not known.

You may ask to see what is kept about you. If something in it is wrong, you may ask to have it put right, and {coach} writes down that you asked.

Each thing you agree to here you can read again. You can keep a copy of it all.`,
  },
];
