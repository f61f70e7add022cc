import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";

/** The ways home. The last is none yet. */
export const waysHome = [
  { key: "collected", text: "Somebody collects me" },
  { key: "taxi", text: "A taxi" },
  { key: "staying", text: "I am staying over" },
  { key: "not_sorted", text: "Not sorted yet" },
] as const;
export type WayHome = (typeof waysHome)[number]["key"];

/** Who is there, where, and the way home. What is not said is blank. */
export type Plan = {
  person: string;
  number: string;
  wayHome: WayHome | "";
  place: string;
  company: string;
  anything: string;
};

export const noPlan: Plan = { person: "", number: "", wayHome: "", place: "", company: "", anything: "" };

/** Somebody to call, with their number, and a way home that is sorted. */
export function isSorted({ person, number, wayHome }: Plan): boolean {
  return person !== "" && number !== "" && wayHome !== "" && wayHome !== "not_sorted";
}

export function isSamePlan(one: Plan, other: Plan): boolean {
  return (Object.keys(noPlan) as (keyof Plan)[]).every((part) => one[part] === other[part]);
}

export const wayHomeWords = (way: Plan["wayHome"]) => waysHome.find(({ key }) => key === way)?.text ?? "";

type Place = { id: string; clientId: string };

export function sealPlan(key: SealingKey, plan: Plan, place: Place): Buffer {
  return seal([key], JSON.stringify(plan), contextOf(place));
}

export function openPlan(key: SealingKey, sealed: Buffer, place: Place): Plan {
  return { ...noPlan, ...(JSON.parse(unseal([key], sealed, contextOf(place)).toString("utf8")) as Plan) };
}

const contextOf = ({ id, clientId }: Place) => `safety_plans|plan|${id}|${clientId}`;
