import type { Concern, Question } from "../question.ts";
import { asked, noMedicineChanges, talkFirst } from "./asked.ts";

/** To be talked about first, and a doctor, prescriber or pharmacist is asked. */
const medicalReview: Concern = talkFirst(["yes", "talk"], { tier: "medical_review" });
const talk = talkFirst(["yes", "talk"]);
/** To be known beforehand. Whoever would rather talk about it is talked with first. */
const toKnow: Concern = {
  values: ["yes", "talk"],
  tier: "note",
  onTalk: "talk_first",
  showsSupport: false,
  holdsGuidance: false,
};

type More = Pick<Question, "why"> & Partial<Pick<Question, "before" | "beneath">> & { concern: Concern };

const health = (key: string, text: string, { why, ...more }: More) =>
  asked("yesno", key, text, { required: true, why: `Why we ask: ${why}`, ...more });

/** Where somebody wants to say more. Nothing is asked for: a yes is enough. */
const more = (type: "short" | "long", key: string, text: string, why: string) =>
  asked(type, key, text, { why, stays: true });

export const screening: Question[] = [
  health("lithium", "Have you taken lithium in the past month?", {
    before:
      "These questions are about health, and only {coach} reads them. To each of them you can say that you’d rather talk about it.",
    why: "lithium can act badly with what the body goes through on such a day.",
    beneath: noMedicineChanges,
    concern: medicalReview,
  }),
  health(
    "mind_self",
    "Has anyone ever told you that you have, or may have had, psychosis, schizophrenia, mania or bipolar disorder?",
    { why: "a big experience can bring such a time back. A doctor is asked first.", concern: medicalReview },
  ),
  health("mind_family", "Does a parent, brother, sister or child of yours have one of these?", {
    why: "these can run in families, also where you never felt them yourself.",
    concern: medicalReview,
  }),
  health("harm_now", "Are you having thoughts of harming yourself or someone else?", {
    before:
      "The next two questions are hard ones. Each is one tap, and only {coach} reads it. You can say that you’d rather talk about it.",
    why: "if you have, care comes first, and {coach} wants to talk with you.",
    concern: talkFirst(["yes", "talk"], { showsSupport: true }),
  }),
  health("harm_past", "Have you had such thoughts, or acted on them, in the past?", {
    why: "so that {coach} knows what would help you if they came back.",
    concern: talk,
  }),
  health("antidepressant", "Do you take something for mood or anxiety, including antidepressants?", {
    why: "some of them change how the day goes, and some don’t mix with other things.",
    beneath: noMedicineChanges,
    concern: talk,
  }),
  health(
    "other_meds",
    "Do you take any other medicine, herb or supplement regularly? You may list them, or bring the list to our talk.",
    {
      why: "herbs and everyday pills can matter too. A yes is enough here.",
      beneath: noMedicineChanges,
      concern: talk,
    },
  ),
  more(
    "long",
    "other_meds_list",
    "If you’d like to list them, here is room. Names are enough.",
    "So that you need not remember them when you talk. It can stay blank.",
  ),
  health("heart", "Have you had heart trouble, high blood pressure, a stroke or an aneurysm?", {
    why: "heart rate and blood pressure can rise for some hours.",
    concern: medicalReview,
  }),
  health("seizure", "Have you ever had a seizure or been told you have epilepsy?", {
    why: "a doctor is asked first where there has been one.",
    concern: medicalReview,
  }),
  health("pregnancy", "Are you pregnant, possibly pregnant, or breastfeeding?", {
    why: "then there are two of you to think of.",
    concern: medicalReview,
  }),
  health(
    "ect_substance",
    "In the past three months, have you had ECT, or has alcohol or another substance been hard to manage?",
    { why: "both need time and care before anything big.", concern: medicalReview },
  ),
  health(
    "care_now",
    "Are you being treated by a doctor or therapist at present? Do they know about this plan?",
    {
      why: "it is good when those who care for you know of one another.",
      concern: toKnow,
    },
  ),
  more(
    "short",
    "care_knows",
    "If you are in someone’s care: do they know? A few words, if you like.",
    "So that {coach} knows who else is there for you. It can stay blank.",
  ),
  health("allergy", "Have you ever reacted badly to mushrooms or other fungi?", {
    why: "a bad reaction can come back.",
    concern: talk,
  }),
  health("other_body", "Is there any other illness, injury or recent operation I should know about?", {
    why: "so that nothing is missed because nobody asked.",
    concern: talk,
  }),
  health(
    "access",
    "Do you need an interpreter, mobility help, a device or a medicine during the hours together?",
    { why: "so that the place and the hours fit you.", concern: toKnow },
  ),
  more(
    "short",
    "access_needs",
    "What would you need, in a few words?",
    "So that it can be there when you come. It can stay blank.",
  ),
  health(
    "ground",
    "Is life steady enough right now, at home, at work and with people, for a big experience?",
    { why: "there can be a better time than now.", concern: talkFirst(["no", "talk"]) },
  ),
];
