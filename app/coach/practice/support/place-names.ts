import { places, type Resource } from "#lib/support/resources.ts";

/** Each place with its name, the one for everybody last. */
export const placeNames: readonly { id: Resource["place"]; name: string }[] = [
  ...places,
  { id: "anywhere", name: "Anywhere" },
];

export const urgencyNames: Record<Resource["urgency"], string> = {
  now: "Right now",
  hard: "Hard, but not an emergency",
};
