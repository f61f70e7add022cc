import { describe, expect, test } from "vitest";
import { questionsSchema } from "#lib/questions/input.ts";
import { inNameOf, neverToPartner } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";

const named = (kind: string, day?: number) => {
  const found = shippedSets.find((set) => set.kind === kind && set.day === day);
  if (!found) throw new Error(`No such set: ${kind} ${day}`);
  return found.questions;
};

// Key, type, and an asterisk where it must be answered.
const asWanted: [string, number | undefined, string][] = [
  [
    "preparation",
    undefined,
    `focus long*, why_now long, intention short, hopes_worries long, steadiness scale*, sleep scale, changes multi*,
     trust_person yesno, ease short, limits long, questions long`,
  ],
  [
    "guidance",
    undefined,
    `still_yes choice*, settled scale, health_change yesno*, self_harm yesno*, recent_days long, intention_now long,
     hard_moment long, touch choice*, way_home choice*, next_day yesno, contact short*`,
  ],
  ["guidance_day", undefined, "still_yes choice*, settled scale, touch choice*, way_home choice*"],
  [
    "integration",
    undefined,
    `today short*, stayed long, one_change short, steadiness scale*, sleep scale, overwhelm scale, body short,
     people long, hard_to_place long, perception yesno, decision choice`,
  ],
  [
    "couple",
    undefined,
    `free_to_speak choice*, hope long*, closeness scale, room scale, loop long, valued short, ask short, not_today long`,
  ],
  [
    "mentorship",
    undefined,
    `urgency choice*, question long*, anonymous yesno*, outline long, stirred long, area choice, wanted choice,
     confidence scale, supervised yesno`,
  ],
  ["check_in", 1, "CORE, cared_for yesno, within_reach yesno, contact choice"],
  ["check_in", 3, "CORE, loud short, contact choice"],
  ["check_in", 7, "CORE, keep short, contact choice"],
  ["check_in", 14, "CORE, close_people scale, perception yesno, contact choice"],
  ["check_in", 30, "CORE, ordinary_week long, perception yesno, support_wanted choice, contact choice"],
  ["check_in", 90, "how_now long, contact choice"],
  ["check_in", 180, "how_now long, contact choice"],
  ["check_in", 365, "how_now long, contact choice"],
  [
    "screening",
    undefined,
    `lithium yesno*, mind_self yesno*, mind_family yesno*, harm_now yesno*, harm_past yesno*, antidepressant yesno*,
     other_meds yesno*, other_meds_list long, heart yesno*, seizure yesno*, pregnancy yesno*, ect_substance yesno*,
     care_now yesno*, care_knows short, allergy yesno*, other_body yesno*, access yesno*, access_needs short,
     ground yesno*`,
  ],
];
const core = "rested scale, steady scale, overwhelm scale, connected scale";

describe("the sets of questions that come with the portal", () => {
  test.each(asWanted)("%s %s asks these, in this order", (kind, day, wanted) => {
    const asked = named(kind, day).map(({ key, type, required }) => `${key} ${type}${required ? "*" : ""}`);
    expect(asked.join(", ")).toBe(wanted.replace("CORE", core).replace(/\s+/g, " "));
  });

  test("there are no others, and each is one that coaches could save", () => {
    expect(shippedSets).toHaveLength(asWanted.length);
    for (const { name, questions } of shippedSets)
      expect(questionsSchema.safeParse(questions), name).toMatchObject({ success: true, data: questions });
  });

  test("a question that must be answered says why", () => {
    const wanted = shippedSets.flatMap(({ questions }) => questions.filter(({ required }) => required));
    expect(wanted.filter(({ why }) => why === "")).toEqual([]);
    expect(wanted).toHaveLength(35);
  });

  test("before guidance six answers are needed, as many as are gone through before the day begins", () => {
    expect(named("guidance").filter(({ required }) => required)).toHaveLength(6);
  });

  test("two answers of a couple's set can be shown to the partner, two never, and those of no other set can be", () => {
    const of = (partner: string) =>
      shippedSets.flatMap(({ questions }) => questions.filter((one) => one.partner === partner));
    expect(of("may").map(({ key }) => key)).toEqual(["valued", "ask"]);
    expect(of("never").map(({ key }) => key)).toEqual(neverToPartner);
  });

  test("no set can be saved that would let one of these be shown to a partner", () => {
    const [free, ...rest] = named("couple");
    for (const partner of ["may", "no"])
      expect(questionsSchema.safeParse([{ ...free, partner }, ...rest]).error?.issues[0]?.path).toEqual([
        0,
        "partner",
      ]);
  });

  test("questions whose answers can mean that care comes first stay, whatever a coach does", () => {
    const stay = new Set(
      shippedSets.flatMap(({ questions }) => questions.flatMap(({ key, stays }) => (stays ? [key] : []))),
    );
    expect([...stay].sort()).toEqual(
      `access access_needs allergy anonymous antidepressant care_knows care_now changes contact decision ect_substance
       free_to_speak ground harm_now harm_past health_change heart lithium mind_family mind_self not_today other_body
       other_meds other_meds_list overwhelm perception pregnancy rested seizure self_harm steady still_yes touch
       urgency way_home within_reach`.split(/\s+/),
    );
  });

  test("only what draws somebody to this work is asked the first time alone", () => {
    const first = shippedSets.flatMap(({ questions }) =>
      questions.flatMap(({ key, firstTimeOnly }) => (firstTimeOnly ? [key] : [])),
    );
    expect(first).toEqual(["why_now"]);
  });

  test("the coach is called by their name, and by no other coach's", () => {
    const all = shippedSets.flatMap(({ questions }) => questions);
    expect(JSON.stringify(all)).not.toContain("Sergio");
    const said = JSON.stringify(all.map((question) => inNameOf("Amara", question)));
    expect(said).toContain("Would you like Amara to get in touch?");
    expect(said).not.toMatch(/[{]\w+[}]/);
  });
});
