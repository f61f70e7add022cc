import { describe, expect, test } from "vitest";
import {
  asAsked,
  goneFrom,
  mayBeArchived,
  mayBeForPartner,
  neededIn,
  notSo,
  type SaidOfQuestion,
} from "#lib/questions/authoring/what-stays.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";
import { anOwn, said } from "./sets.ts";

const named = (kind: string) => shippedSets.find((set) => set.kind === kind)?.questions ?? [];
const knownOf = (kind: string) => new Map(named(kind).map((one) => [one.key, one] as const));

/** What is said when this is changed in that question of the set. */
function changing(
  kind: "guidance" | "couple" | "preparation" | "check_in",
  key: string,
  change: Partial<SaidOfQuestion>,
) {
  const changed = said(named(kind)).map((one) => (one.key === key ? { ...one, ...change } : one));
  const at = changed.findIndex((one) => one.key === key);
  const found = notSo(kind, changed, knownOf(kind));
  if (found) expect(found.at).toBe(at);
  return found?.part;
}

describe("what a coach may say in other words", () => {
  test.each([
    [
      "guidance",
      "self_harm",
      { text: "Have you thought of harming yourself?", why: "So that we talk first." },
    ],
    ["guidance", "touch", { text: "Touch?" }],
    ["couple", "free_to_speak", { text: "Can you speak freely?" }],
    ["preparation", "sleep", { low: "barely", high: "deeply", required: true, firstTimeOnly: true }],
    ["preparation", "ease", { required: true }],
    ["couple", "hope", { partner: "may" }],
    ["couple", "valued", { partner: "no" }],
  ] as const)("%s: %s", (kind, key, change) => {
    expect(changing(kind, key, change)).toBeUndefined();
  });
});

describe("what stays as it is", () => {
  const fewerOptions = named("guidance")[0]?.options.slice(1) ?? [];
  const otherOption = [...(named("guidance")[0]?.options ?? []), { key: "own_x", text: "Other" }];
  test.each([
    ["guidance", "self_harm", { type: "long" }, "type"],
    ["guidance", "self_harm", { required: false }, "required"],
    ["guidance", "self_harm", { firstTimeOnly: true }, "firstTimeOnly"],
    ["guidance", "self_harm", { partner: "may" }, "partner"],
    ["guidance", "still_yes", { options: fewerOptions }, "options"],
    ["guidance", "still_yes", { options: otherOption }, "options"],
    ["preparation", "sleep", { type: "short" }, "type"],
    ["preparation", "ease", { partner: "may" }, "partner"],
    ["check_in", "steady", { low: "very", high: "not at all" }, "low"],
    ["couple", "free_to_speak", { partner: "may" }, "partner"],
    ["couple", "free_to_speak", { partner: "no" }, "partner"],
    ["couple", "not_today", { partner: "may" }, "partner"],
  ] as const)("%s: %s changed to %j", (kind, key, change, part) => {
    expect(changing(kind, key, change as Partial<SaidOfQuestion>)).toBe(part);
  });

  test("what follows from an answer comes from what the question was, whatever is sent", () => {
    const sent = { ...anOwn({ key: "self_harm", type: "yesno" }), concern: null, stays: false };
    const [asked] = asAsked("guidance", [sent], knownOf("guidance"));
    expect(asked).toMatchObject({ stays: true, concern: { tier: "talk_first", holdsGuidance: true } });
  });

  test("a question that must be there is missed when it is gone, and others are not", () => {
    const left = said(named("guidance")).filter(({ key }) => !["self_harm", "next_day"].includes(key));
    expect(goneFrom(left, named("guidance")).map(({ key }) => key)).toEqual(["self_harm"]);
  });
});

describe("a question of a coach's own", () => {
  test("can be asked, and for couples be one that a partner may see", () => {
    expect(notSo("preparation", [anOwn()], knownOf("preparation"))).toBeUndefined();
    expect(notSo("couple", [anOwn({ partner: "may" })], knownOf("couple"))).toBeUndefined();
    expect(notSo("preparation", [anOwn({ partner: "may" })], knownOf("preparation"))?.part).toBe("partner");
  });

  test("cannot pass for one of the portal's, and raises nothing", () => {
    for (const key of ["steadiness", "self_harm", "own", "own_"])
      expect(notSo("couple", [anOwn({ key })], knownOf("couple"))?.part).toBe("key");
    expect(asAsked("couple", [anOwn()], knownOf("couple"))[0]).toMatchObject({ stays: false, concern: null });
  });
});

describe("a set", () => {
  test("can be archived when nothing in it has to be known before two people meet", () => {
    const can = shippedSets.filter(({ kind, questions }) => mayBeArchived(kind, questions));
    expect([...new Set(can.map(({ kind }) => kind))]).toEqual(["integration", "check_in"]);
    expect(mayBeArchived("own", named("guidance"))).toBe(true);
  });

  test("can take the place of another only with what has to be known", () => {
    const needed = (kind: string) => neededIn(named(kind)).map(({ key }) => key);
    expect(needed("guidance")).toEqual("still_yes health_change self_harm touch way_home contact".split(" "));
    expect(needed("couple")).toEqual(["free_to_speak"]);
    expect(needed("integration")).toEqual([]);
  });

  test("lets no answer be shown to a partner but those of couples, and of these not what can matter at once", () => {
    for (const { kind, questions } of shippedSets)
      for (const question of questions)
        expect(mayBeForPartner(kind, question), question.key).toBe(
          kind === "couple" && !["free_to_speak", "not_today"].includes(question.key),
        );
  });
});
